import type { DigestItem, Disagreement, NumberClaim } from '../model/digest.ts'
import { formatFigure } from '../text/figures.ts'
import { formatClock, type Reader } from '../text/moments.ts'
import { disagreementText } from '../text/words/counted.ts'
import type { Words } from '../text/words/en.ts'

function claimText({ low, high, bound, unit, source }: NumberClaim, words: Words, reader: Reader, now: Date): string {
  const figure = formatFigure({ low, high, unit }, reader)
  const said = bound === 'exact' ? figure : words.disagreement.bounds[bound](figure)
  return `${said} (${source.outlet}, ${formatClock(source.publishedAt, reader, now)})`
}

const line = ({ role, about, claims }: Disagreement, words: Words, reader: Reader, now: Date): string =>
  `${disagreementText(role, about, words)}: ${claims.map(claim => claimText(claim, words, reader, now)).join(' · ')}`

/**
 * A line of small print for each disagreement of a story: the numbers with outlet and time, earliest first, no verdict.
 * @param now day of the digest: times of other days carry their date
 */
export const disagreementLines = (
  { disagreements = [] }: DigestItem,
  words: Words,
  reader: Reader,
  now: Date,
): readonly string[] => disagreements.map(disagreement => line(disagreement, words, reader, now))
