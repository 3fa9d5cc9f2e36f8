import type { Article } from '../model/article.ts'
import type { Bullet, Citation } from '../model/digest.ts'
import type { Summarizer } from '../ports/summarizer.ts'
import { detectLanguage } from '../text/language.ts'
import { namesIn, nameWords } from '../text/names.ts'
import { numbersIn } from '../text/numbers.ts'
import { evidenceOf, type FreeReason, freeReason } from './free.ts'

/** Why a bullet may not be shown. */
export type GateReason =
  | 'empty'
  | 'unknownArticle' // it cites an article that was not given
  | 'wrongQuote' // the span of a citation does not hold its quote
  | 'number' // a figure is not in the cited sentences
  | 'name' // a name is not in the cited sentences
  | 'ungrounded' // its words are not, in order, among those of the first cited sentence
  | FreeReason // of a bullet that a model put into words

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
 * What a text says that the sentence which it is made of by leaving words out does not.
 * @returns undefined when it says nothing of its own
 */
export function wordingReason(text: string, cited: string): GateReason | undefined {
  const figures = new Set(numbersIn(cited))
  if (numbersIn(text).some(figure => !figures.has(figure))) return 'number'
  const known = nameWords(cited)
  if (namesIn(text).some(name => !known.has(name))) return 'name'
  return isSubsequence(wordsOf(text), wordsOf(cited)) ? undefined : 'ungrounded'
}

/**
 * What a bullet in a model's words says that its citations do not. It must hold against one sentence, or one with that
 * which it leans on; the first `restsOn` citations are that evidence.
 */
function rewordedReason(bullet: Bullet, restsOn: number, articles: readonly Article[]): GateReason | undefined {
  const [first, ...others] = bullet.citations.slice(0, restsOn)
  if (first === undefined) return 'ungrounded'
  const cited = [first, ...others]
  const evidence = evidenceOf(cited, articles).find(({ length }) => length === cited.length)
  if (evidence === undefined) return 'ungrounded'
  const article = articles.find(({ id }) => id === first.articleId)
  const language = article?.language ?? detectLanguage(article?.text ?? '')
  return freeReason(
    bullet.text,
    evidence.map(({ quote }) => quote),
    language,
  )
}

/**
 * What every bullet must pass before anyone sees it: its citations are true, and it says nothing that they do not. What
 * the bot made itself only leaves words out of its sentence; what a model put into words (`Bullet.reworded`) keeps to the
 * words, figures, names, quotations, speakers, negations and doubts of its sentences, and holds no link, no mention and no markup.
 * @param articles those that the summariser was given
 * @returns true, or the first reason against it
 */
export function passesGate(bullet: Bullet, articles: readonly Article[]): true | GateReason {
  if (!/[\p{L}\p{N}]/u.test(bullet.text)) return 'empty'
  for (const citation of bullet.citations) {
    const reason = citesTruly(citation, articles)
    if (reason !== undefined) return reason
  }
  const { text, citations, reworded } = bullet
  const reason =
    reworded === undefined
      ? wordingReason(text, citations[0].quote)
      : rewordedReason(bullet, reworded.restsOn, articles)
  return reason ?? true
}

/**
 * A summariser whose every bullet has passed the gate; what does not pass is left out. Every summariser that people
 * see is wrapped in this once, where the parts are put together.
 */
export function gated(summarizer: Summarizer): Summarizer {
  return {
    ...summarizer,
    async summarize(articles, bullets, signal, focus) {
      const made = await summarizer.summarize(articles, bullets, signal, focus)
      return made.filter(bullet => passesGate(bullet, articles) === true)
    },
  }
}
