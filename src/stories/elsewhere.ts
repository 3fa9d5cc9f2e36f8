import type { Article } from '../model/article.ts'
import { namesIn, nameWords } from '../text/names.ts'
import { splitSentences } from '../text/sentences.ts'

/** Sentences at the beginning that tell where it happened, and to whom. */
const LEAD_SENTENCES = 2
/** As much of a text as is compared. */
const READ_CHARACTERS = 1500

/** Names of the title that the first sentences write as names too: titles may capitalise every word. */
function titleNames({ title, text, language }: Article): ReadonlySet<string> {
  const lead = splitSentences(text.slice(0, READ_CHARACTERS), language).slice(0, LEAD_SENTENCES)
  return new Set(lead.flatMap(({ text: sentence }) => namesIn(sentence))).intersection(nameWords(title))
}

/**
 * Whether two articles of one language tell of events of one kind in different places: each names somebody or something in
 * its title that the other does not know at all. Cases of a name count as other names.
 */
export function isElsewhere(a: Article, b: Article): boolean {
  const [own, other] = [titleNames(a), titleNames(b)]
  const [ownWords, otherWords] = [a, b].map(({ title, text }) =>
    nameWords(`${title} ${text.slice(0, READ_CHARACTERS)}`),
  )
  if (own.size === 0 || other.size === 0 || ownWords === undefined || otherWords === undefined) return false
  return own.isDisjointFrom(otherWords) && other.isDisjointFrom(ownWords)
}
