import type { Bullet, Digest, DigestItem } from '../model/digest.ts'
import type { Block } from '../model/message.ts'
import type { Reader } from '../text/moments.ts'
import type { Words } from '../text/words/en.ts'
import { disagreementLines } from './present-disagreements.ts'

const OTHER_OUTLETS_SHOWN = 4

/** The headline of a story, linked to its lead. @param label stands before it */
export const headline = (item: DigestItem, label?: string): Block => ({
  kind: 'headline',
  text: item.headline,
  ...(label === undefined ? {} : { label }),
  ...(item.url === '' ? {} : { link: item.url }),
})

/** Who tells it: "3 outlets, 2 origins: A, B, C". */
export function toldBy(item: DigestItem, words: Words): string {
  const [first = ''] = item.outlets
  if (item.outlets.length === 1) return first
  const named = item.outlets.slice(0, OTHER_OUTLETS_SHOWN).join(', ')
  const rest = item.outlets.length > OTHER_OUTLETS_SHOWN ? ` +${item.outlets.length - OTHER_OUTLETS_SHOWN}` : ''
  return `${words.digest.outlets(item.outlets.length)}, ${words.digest.origins(item.origins)}: ${named}${rest}`
}

/** A bullet ends with its outlet; in a briefing, where one story has many, that is what tells the voices apart. */
export const bulletText = ({ text, citations }: Bullet): string => `${text} [${citations[0].outlet}]`

/** One note below a story: where its sources disagree, and who tells it. */
export const smallPrintOf =
  ({ createdAt }: Digest, words: Words, reader: Reader) =>
  (item: DigestItem, teller: string): Block => ({
    kind: 'note',
    text: [...disagreementLines(item, words, reader, createdAt), teller].join('\n'),
  })
