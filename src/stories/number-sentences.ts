import { datelineLength } from '../text/datelines.ts'
import { isFooter, isNotice } from '../text/notices.ts'
import { mayHoldNumber } from '../text/quantities.ts'
import { splitSentences } from '../text/sentences.ts'

/** News puts its numbers first; the rest is background. */
const READ_CHARACTERS = 1500

/** A sentence with its place among those of its article, from 0. */
export interface PlacedSentence {
  /** Offsets into the article's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly place: number
}

/** A sub-heading or a repeated title has no end mark. */
const hasEndMark = (line: string): boolean => /[.!?…]/u.test(line)
const endMarks = (line: string): number => line.match(/[.!?…]+["”»’)]*(?=\s|$)/gu)?.length ?? 0

/**
 * The sentences of the first 1,500 characters that may hold a number, without dateline, headings, notices and footers. Lines
 * without any number are not split: their sentences are counted by their end marks.
 * @param language two-letter code
 */
export function sentencesWithNumbers(title: string, text: string, language: string): readonly PlacedSentence[] {
  const beginning = text.slice(0, READ_CHARACTERS)
  const sentences: PlacedSentence[] = []
  let place = 0
  for (const match of beginning.matchAll(/[^\r\n]+/gu)) {
    const line = match[0]
    if (!hasEndMark(line) || line.trim() === title.trim() || isNotice(line.trim()) || isFooter(line.trim())) continue
    if (!mayHoldNumber(line, language)) {
      place += endMarks(line)
      continue
    }
    const skipped = place === 0 ? datelineLength(line) : 0
    const from = match.index + skipped
    for (const span of splitSentences(line.slice(skipped), language)) {
      const end = from + span.end
      // one that the limit cuts is no whole sentence
      const isCut = end >= READ_CHARACTERS && text.length > READ_CHARACTERS
      if (!isCut && mayHoldNumber(span.text, language))
        sentences.push({ start: from + span.start, end, text: span.text, place })
      place += 1
    }
  }
  return sentences
}
