import type { Article } from '../model/article.ts'
import type { Focus } from '../ports/summarizer.ts'
import { readArticle } from '../text/article-text.ts'
import { copyOwners, findAgency, shinglesOf } from '../text/copies.ts'
import { detectLanguage } from '../text/language.ts'
import { isCorrection } from '../text/notices.ts'
import { numbersIn } from '../text/numbers.ts'
import { satireLabel } from '../text/satire.ts'
import { analyse } from '../text/terms.ts'
import { candidatesOf } from './candidates.ts'
import { withoutWithdrawn } from './corrections.ts'
import { focusOn } from './focus.ts'
import { scoreSentences } from './scorer.ts'
import type { ReadArticle } from './story.ts'

/** Stems of an article by which copies are known. */
const COMPARED_STEMS = 400
/** Of copies the first published is told, unless it is shorter than this share of the longest. */
const WHOLE_SHARE = 0.5

type Reading = Pick<ReadArticle, 'language' | 'candidates' | 'scores'> & { readonly isCorrection: boolean }

function read(article: Article): Reading {
  const { title, text, language = detectLanguage(text) } = article
  // nothing of satire is told as news, nor does it bear news out: its title is shown with the label
  const sections = satireLabel(article) === undefined ? readArticle(title, text, language) : []
  const candidates = candidatesOf(sections, language, title)
  return {
    language,
    candidates,
    scores: scoreSentences(candidates, title, language),
    isCorrection: isCorrection(title, text),
  }
}

/** Share of a sentence's shingles that the original holds from which it is copied. */
const COPIED_SHARE = 0.5

const stemsOf = ({ candidates }: Reading): readonly string[] =>
  candidates.flatMap(({ stems }) => stems).slice(0, COMPARED_STEMS)

/** A copy without the sentences that it has from the original: what its editors added is their own. */
function withoutCopied(copy: Reading, original: ReadonlySet<string>): Reading {
  const candidates = copy.candidates.map(candidate => {
    const shingles = shinglesOf(candidate.stems)
    const isCopied = shingles.intersection(original).size >= COPIED_SHARE * shingles.size
    return isCopied ? { ...candidate, eligible: false } : candidate
  })
  return { ...copy, candidates }
}

/** The place of the article that is told of a group of copies: the first published that is not much cut. */
function originalOf(group: readonly number[], articles: readonly Article[]): number {
  const lengthOf = (at: number): number => articles[at]?.text.length ?? 0
  const timeOf = (at: number): number => articles[at]?.publishedAt.getTime() ?? 0
  const longest = Math.max(...group.map(lengthOf))
  const whole = group.filter(at => lengthOf(at) >= WHOLE_SHARE * longest)
  return whole.toSorted((a, b) => timeOf(a) - timeOf(b) || a - b)[0] ?? 0
}

interface Sourced {
  readonly reading: Reading
  readonly origin: number
}

/** Each reading with the number of its origin; of copies only the original keeps the sentences that they share. */
function bySource(articles: readonly Article[], readings: readonly Reading[]): readonly Sourced[] {
  const stems = readings.map(stemsOf)
  const shingles = stems.map(shinglesOf)
  const owners = copyOwners(
    articles.map((article, at) => ({ shingles: shingles[at] ?? new Set(), agency: findAgency(article) })),
  )
  const originals = new Map(
    [...Map.groupBy(articles.keys(), at => owners[at] ?? at)].map(([owner, group]) => [
      owner,
      originalOf(group, articles),
    ]),
  )
  const firstOf = new Map<string, number>()
  return readings.map((reading, at) => {
    const owner = owners[at] ?? at
    const { outlet = '' } = articles[at] ?? {}
    const origin = outlet === '' ? owner : (firstOf.get(outlet) ?? owner)
    firstOf.set(outlet, origin)
    const original = originals.get(owner) ?? at
    return { reading: original === at ? reading : withoutCopied(reading, shingles[original] ?? new Set()), origin }
  })
}

/**
 * The articles of a story, read for covering: with scored sentences, by origins, without what a correction withdraws
 * and, given a focus, without what is about something else.
 * @param articles lead first
 * @param signal checked before each article
 * @returns one reading an article, in their order
 */
export function readStory(articles: readonly Article[], focus?: Focus, signal?: AbortSignal): readonly ReadArticle[] {
  const readings = withoutWithdrawn(
    articles.map(article => {
      signal?.throwIfAborted()
      return read(article)
    }),
  )
  return bySource(articles, readings).map(({ reading, origin }, at): ReadArticle => {
    const { language, candidates, scores } = reading
    const { title = '', outlet = '' } = articles[at] ?? {}
    const titleStems = analyse(title, language)
    return {
      language,
      candidates: focus === undefined ? candidates : focusOn(candidates, titleStems, focus),
      scores,
      titleFigures: numbersIn(title),
      titleStems: new Set(titleStems),
      outlet: outlet || `article ${at}`,
      origin,
    }
  })
}
