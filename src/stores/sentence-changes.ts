import type { Article, ArticleChange } from '../model/article.ts'
import { splitSentences } from '../text/sentences.ts'

/** Corrections stand near the beginning; a text is compared so far, in UTF-16 units. */
const COMPARED_LENGTH = 16_384
const SENTENCES_AT_MOST = 20
const SENTENCE_LENGTH = 500

type Words = Pick<Article, 'title' | 'text' | 'language'>

function sentencesOf({ title, text, language }: Words): readonly string[] {
  const compared = text.slice(0, COMPARED_LENGTH)
  const sentences = splitSentences(compared, language).map(({ start, end }) => compared.slice(start, end))
  return [title, ...sentences].map(sentence => sentence.trim()).filter(sentence => sentence !== '')
}

function without(sentences: readonly string[], others: ReadonlySet<string>): readonly string[] {
  const only = sentences.filter(sentence => !others.has(sentence))
  return only.slice(0, SENTENCES_AT_MOST).map(sentence => sentence.slice(0, SENTENCE_LENGTH))
}

/** The sentences that only one of two versions of an article has; the title counts as one. At most 20 of each. */
export function changedSentences(before: Words, after: Words): Pick<ArticleChange, 'removed' | 'added'> {
  const [old, now] = [sentencesOf(before), sentencesOf(after)]
  return { removed: without(old, new Set(now)), added: without(now, new Set(old)) }
}
