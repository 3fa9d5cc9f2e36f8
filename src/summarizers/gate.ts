import type { Article } from '../model/article.ts'
import type { Bullet, Citation } from '../model/digest.ts'
import type { Summarizer } from '../ports/summarizer.ts'
import { namesIn, nameWords } from '../text/names.ts'
import { numbersIn } from '../text/numbers.ts'

/** Why a bullet may not be shown. */
export type GateReason =
  | 'empty'
  | 'unknownArticle' // it cites an article that was not given
  | 'wrongQuote' // the span of a citation does not hold its quote
  | 'number' // a figure is not in the cited sentences
  | 'name' // a name is not in the cited sentences
  | 'ungrounded' // its words are not, in order, among those of the first cited sentence

/** 'verbatim': the bullet may only leave out words of its sentence; 'free': it may put things in its own words. */
export type Wording = 'verbatim' | 'free'

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** True when the words of `part` stand in `whole` in the same order, perhaps with others between them. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0
  for (const word of whole) if (word === part[found]) found += 1
  return found === part.length
}

function citesTruly({ articleId, start, end, quote }: Citation, articles: readonly Article[]): GateReason | undefined {
  const article = articles.find(({ id }) => id === articleId)
  if (article === undefined) return 'unknownArticle'
  return quote !== '' && article.text.slice(start, end) === quote ? undefined : 'wrongQuote'
}

/**
 * What a text says that the cited sentences do not.
 * @param cited the sentence that a 'verbatim' text is made of, or all that a 'free' one rests on
 * @returns undefined when it says nothing of its own
 */
export function wordingReason(text: string, cited: string, wording: Wording = 'verbatim'): GateReason | undefined {
  const figures = new Set(numbersIn(cited))
  if (numbersIn(text).some(figure => !figures.has(figure))) return 'number'
  const known = nameWords(cited)
  if (namesIn(text).some(name => !known.has(name))) return 'name'
  return wording === 'free' || isSubsequence(wordsOf(text), wordsOf(cited)) ? undefined : 'ungrounded'
}

/**
 * What every bullet must pass before anyone sees it: its citations are true, its figures and names stand in the cited
 * sentences, and (wording 'verbatim') nothing was added to its sentence or moved in it.
 * @param articles those that the summariser was given
 * @returns true, or the first reason against it
 */
export function passesGate(
  bullet: Bullet,
  articles: readonly Article[],
  wording: Wording = 'verbatim',
): true | GateReason {
  if (!/[\p{L}\p{N}]/u.test(bullet.text)) return 'empty'
  for (const citation of bullet.citations) {
    const reason = citesTruly(citation, articles)
    if (reason !== undefined) return reason
  }
  const { text, citations } = bullet
  const cited = wording === 'verbatim' ? citations[0].quote : citations.map(({ quote }) => quote).join('\n')
  return wordingReason(text, cited, wording) ?? true
}

/**
 * A summariser whose every bullet has passed the gate; what does not pass is left out. Every summariser that people
 * see is wrapped in this once, where the parts are put together.
 * @param wording 'free' for one that puts things in its own words
 */
export function gated(summarizer: Summarizer, wording: Wording = 'verbatim'): Summarizer {
  return {
    name: summarizer.name,
    async summarize(articles, bullets, signal, focus) {
      const made = await summarizer.summarize(articles, bullets, signal, focus)
      return made.filter(bullet => passesGate(bullet, articles, wording) === true)
    },
  }
}
