import { datelineLength } from './datelines.ts'
import { isAsked, isListed, isNumbered, minuteOf, speakerNames, timeStamps, withoutMarks } from './line-marks.ts'
import { correctionMarkLength, isCorrection, isFooter, isNotice, remarkMarkLength } from './notices.ts'
import { normalizeQuotes } from './quotes.ts'
import { type Span, splitSentences } from './sentences.ts'

/** A sentence of an article; its offsets are those of the article's text, its `text` stands there exactly so. */
export interface ArticleSentence extends Span {
  /** The same words ready to be read alone: quotes “so”, no blanks before marks, […] for cuts inside, no list mark. */
  readonly clean: string
  readonly opensParagraph: boolean
  /** In a paragraph of a conversation in print, which a speaker's name opens. */
  readonly turn?: Turn
}

/** Who speaks in a conversation in print, and how: a name that opens lines with a question asks. */
interface Turn {
  readonly isAsking: boolean
  /** Of the first sentence: as it stands there with the name before it ("Berger: The ward closes."). */
  readonly named?: Pick<ArticleSentence, 'start' | 'text' | 'clean'>
}

/** A stretch of an article under one sub-heading; at least one sentence. */
export interface ArticleSection {
  /** The sub-heading; empty for the opening. */
  readonly heading: string
  readonly sentences: readonly ArticleSentence[]
  /** Of an entry of a live report: the time of day that it opens with, in minutes since midnight. */
  readonly minute?: number
}

interface Line {
  readonly start: number
  readonly text: string
  /** A mark stood before it, so that it may begin with a small letter. */
  readonly marked?: true
}

const HEADING_WORDS = 14
const HEADING_LENGTH = 100
/** A text without any punctuated sentence: lines of so many words count as sentences. */
const BARE_LINE_WORDS = 5

const wordCount = (text: string): number => text.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word)).length
const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    const trimmed = match[0].trim()
    if (trimmed !== '') lines.push({ start: match.index + match[0].indexOf(trimmed), text: trimmed })
  }
  return lines
}

/** The line of a correction after the word that says so. */
function withoutMark({ start, text }: Line, skip: number): Line | undefined {
  return skip === 0 ? undefined : { start: start + skip, text: text.slice(skip), marked: true }
}

/** Drops the repeated title at the top and the footers at the bottom. */
function contentLines(lines: readonly Line[], title: string): readonly Line[] {
  const first = lines[0]
  const isTitle = first !== undefined && bare(title) !== '' && bare(first.text) === bare(title)
  let end = lines.length
  while (end > 1 && isFooter(lines[end - 1]?.text ?? '')) end -= 1
  const content = lines.slice(isTitle ? 1 : 0, end)
  if (!isCorrection(title, content[0]?.text ?? '')) return content.filter(line => !isNotice(line.text))
  const news = content.flatMap(
    line => withoutMark(line, correctionMarkLength(line.text)) ?? (isNotice(line.text) ? [] : [line]),
  )
  // of a correction that only says how a text was changed, this is the news
  return news.length > 0 ? news : content.flatMap(line => withoutMark(line, remarkMarkLength(line.text)) ?? [])
}

/**
 * A short line of its own without an end mark, or a question of its own (interviews, "What happens next?"). A number may
 * stand before it when it is not in a list: "1. Passports" is then the sub-heading of what is said below.
 */
function isHeading(at: number, lines: readonly string[]): boolean {
  const line = lines[at] ?? ''
  if (isAsked(line)) return true
  if (line.length > HEADING_LENGTH || wordCount(line) > HEADING_WORDS || /^\p{Ll}/u.test(line)) return false
  const inList = isListed(lines[at - 1] ?? '') || isListed(lines[at + 1] ?? '') || at + 1 === lines.length
  if (isListed(line) && (inList || !isNumbered(line))) return false
  const last = line.replace(/[\s"'”’»)\]]+$/u, '').at(-1) ?? ''
  if (last === '?') return !/[.!?…]\s+\S/u.test(line)
  return !/[.!…;,。！]/u.test(last)
}

/** The sentence ready to be read alone; see ArticleSentence.clean. */
function cleanSentence(text: string): string {
  return normalizeQuotes(withoutMarks(text))
    .replace(/\((?:…|\.{3})\)/gu, '[…]')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:[–—-]+|\[…\])\s+/u, '')
    .replace(/\s\[…\]\s?(?=[.!?]?$)/u, '')
    .replace(/\s\+{2,3}$/u, '')
    .trim()
}

const capitalised = (text: string): string => text.replace(/^["“]?\p{Ll}/u, first => first.toUpperCase())

function sentencesOf(line: Line, skip: number, language: string | undefined): readonly ArticleSentence[] {
  const from = line.start + skip
  return splitSentences(line.text.slice(skip), language).map((span, index) => ({
    start: from + span.start,
    end: from + span.end,
    text: span.text,
    clean: index === 0 && line.marked ? capitalised(cleanSentence(span.text)) : cleanSentence(span.text),
    opensParagraph: index === 0,
  }))
}

/** The sentences of a line that a speaker's name opens. @param skip characters of the name and what stands behind it */
function turnOf(line: Line, skip: number, language: string | undefined, isAsking: boolean): readonly ArticleSentence[] {
  return sentencesOf(line, skip, language).map((sentence, index) => {
    if (index > 0) return { ...sentence, turn: { isAsking } }
    const text = line.text.slice(0, sentence.end - line.start)
    return { ...sentence, turn: { isAsking, named: { start: line.start, text, clean: cleanSentence(text) } } }
  })
}

interface OpenSection {
  readonly heading: string
  readonly sentences: ArticleSentence[]
  readonly minute?: number
}

/** A section that a line opens; it bears the time with which that line begins. */
function openSection(heading: string, line: string): OpenSection {
  const minute = minuteOf(line)
  return { heading, sentences: [], ...(minute === undefined ? {} : { minute }) }
}

function sectionsOf(
  lines: readonly Line[],
  language: string | undefined,
  marks: (at: number, lines: readonly string[]) => boolean,
): OpenSection[] {
  const sections: OpenSection[] = [{ heading: '', sentences: [] }]
  const texts = lines.map(({ text }) => text)
  const stampOf = timeStamps(texts)
  const { lengthOf: speakerOf, isAsker } = speakerNames(texts)
  // an entry that is one bare line: the next one begins right below
  const isBareEntry = (at: number): boolean =>
    stampOf(texts[at] ?? '') > 0 && (at + 1 === texts.length || minuteOf(texts[at + 1] ?? '') !== undefined)
  let opened = false
  lines.forEach((line, at) => {
    if (marks(at, texts) && !isBareEntry(at)) {
      sections.push(openSection(line.text, line.text))
      return
    }
    const stamp = stampOf(line.text)
    // each entry of a live report tells something of its own
    if (stamp > 0) sections.push(openSection('', line.text))
    const speaker = stamp > 0 ? 0 : speakerOf(line.text)
    const skip = stamp || speaker || (opened ? 0 : datelineLength(line.text))
    opened = true
    const sentences = speaker > 0 ? turnOf(line, skip, language, isAsker(line.text)) : sentencesOf(line, skip, language)
    sections.at(-1)?.sentences.push(...sentences)
  })
  return sections.filter(section => section.sentences.length > 0)
}

/**
 * An article's text as sections of sentences: without its title line, sub-headings, footers, dateline and notices.
 * A text of bare lines only (a feed's teaser) counts each line of five words and more as a sentence.
 * @param title to recognise when the text repeats it
 * @param language two-letter code, when known
 * @returns no section when the text holds no sentence
 */
export function readArticle(title: string, text: string, language?: string): readonly ArticleSection[] {
  const lines = contentLines(linesOf(text), title)
  const sections = sectionsOf(lines, language, isHeading)
  if (sections.length > 0) return sections
  const long = lines.filter(line => wordCount(line.text) >= BARE_LINE_WORDS)
  return sectionsOf(long, language, () => false)
}
