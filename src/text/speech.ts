import { type Attribution, attributionAt } from './attributions.ts'
import { nameFrom, type Reading } from './name-runs.ts'
import { namesAnybody, onlyPersonIn } from './persons.ts'
import { type SpeechToken, speechTokens } from './speech-tokens.ts'
import { findSpeechWords } from './speech-words.ts'
import type { Speaker } from './subjects.ts'

/** A stretch of a sentence; offsets are UTF-16 units. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** What somebody says, as a sentence tells it. */
export interface Speech {
  /** In the speaker's own words, as a whole statement; otherwise in the writer's. */
  readonly isDirect: boolean
  /** What is said, quotation marks included; two stretches when the speaker stands between. */
  readonly said: readonly [Stretch, ...Stretch[]]
  /** As the sentence names the speaker, without titles; absent when it does not say, or says "he". */
  readonly speaker?: string
}

/** What helps to read a sentence. */
export interface SpeechContext {
  /** Two-letter code; English when absent. A language without a table gives no speech. */
  readonly language?: string | undefined
  /** The sentence before it in the article: it may tell who "he" is. */
  readonly previous?: string | undefined
}

const FEWEST_QUOTED_WORDS = 4
/** Tokens of a statement before ", X said", and of place and time behind it. */
const SHORTEST_STATEMENT = 4
const LONGEST_SETTING = 8
const WHOLE_QUOTE_SHARE = 0.8
/** Between verb and quotation: "told reporters in the capital on Monday: “…”". */
const MOST_BETWEEN = 12
const DASH = /^[–—-]$/u
const CLOSING = /^[.,;!?…]$/u

/** The quotation that ends right before an attribution, when it is a statement: its end mark or a comma shows it. */
function quoteBefore({ start }: Attribution, { tokens }: Reading): number | undefined {
  const hasMark = /^[,–—-]$/u.test(tokens[start - 1]?.text ?? '')
  const hasTwo = hasMark && tokens[start - 2]?.text === ','
  const at = start - (hasTwo ? 3 : hasMark ? 2 : 1)
  const quote = tokens[at]
  if (quote?.kind !== 'quote') return undefined
  return hasMark || /[.,!?…][”“»"’]$/u.test(quote.text) ? at : undefined
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** The quotation that an attribution introduces by a colon, a comma or nothing; not one of which the sentence is built. */
function quoteAfter({ end }: Attribution, { tokens }: Reading): number | undefined {
  const at = tokens.findIndex(({ kind }, index) => index >= end && index <= end + MOST_BETWEEN && kind === 'quote')
  const quote = tokens[at]
  if (quote === undefined) return undefined
  const between = tokens.slice(end, at)
  const isStatement = wordsIn(quote.text) >= FEWEST_QUOTED_WORDS || /[.!?…][”“»"’]$/u.test(quote.text)
  const mark = between.at(-1)?.text
  if (mark === ':') return at
  if (mark === undefined || DASH.test(mark)) return isStatement && startsLikeOne(quote.text) ? at : undefined
  const isBroken = between.slice(0, -1).some(({ text, lower }) => text === ',' || lower === 'that')
  return mark === ',' && !isBroken && isStatement ? at : undefined
}

/** A statement begins with a capital letter; "a dead end" is part of the writer's sentence. */
const startsLikeOne = (quote: string): boolean => /^.\s?[\p{Lu}\p{N}]/u.test(quote)

interface Found {
  readonly attribution: Attribution
  readonly isDirect: boolean
  /** Token ranges of what is said. */
  readonly ranges: readonly (readonly [number, number])[]
}

/** The quotation goes on after the speaker: “A,” said X, “and B.” */
function continuation({ end }: Attribution, { tokens }: Reading): readonly (readonly [number, number])[] {
  const at = tokens.findIndex(({ kind }, index) => index >= end && index <= end + MOST_BETWEEN && kind === 'quote')
  const goesOn = at >= 0 && /^[,:–—.-]$/u.test(tokens[at - 1]?.text ?? '')
  return goesOn ? [[at, at + 1]] : []
}

function directSpeech(attribution: Attribution, reading: Reading): Found | undefined {
  const before = quoteBefore(attribution, reading)
  if (before !== undefined) {
    return { attribution, isDirect: true, ranges: [[before, before + 1], ...continuation(attribution, reading)] }
  }
  const after = attribution.isAside ? undefined : quoteAfter(attribution, reading)
  return after === undefined ? undefined : { attribution, isDirect: true, ranges: [[after, after + 1]] }
}

/** Without the marks and small words at its ends. */
function trim([first, end]: readonly [number, number], { tokens }: Reading): readonly (readonly [number, number])[] {
  let from = first
  let to = end
  while (from < to && tokens[from]?.kind === 'mark') from += 1
  while (to > from && /^[,;:–—-]$/u.test(tokens[to - 1]?.text ?? '')) to -= 1
  return tokens.slice(from, to).some(({ kind }) => kind !== 'mark') ? [[from, to]] : []
}

/** Nothing is said behind the attribution: a mark follows, or the statement stands before it and only place or time behind. */
function closesSentence({ start, end }: Attribution, { tokens, words }: Reading): boolean {
  const next = tokens[end]
  if (next === undefined || CLOSING.test(next.text)) return true
  const isSmall = (token: SpeechToken | undefined): boolean => words.prepositions.has(token?.lower ?? '')
  const opensWithStatement =
    start > SHORTEST_STATEMENT && !isSmall(tokens[0]) && !words.conjunctions.has(tokens[0]?.lower ?? '')
  const rest = tokens.slice(end)
  const isSetting = rest.length <= LONGEST_SETTING && !rest.some(({ lower }) => words.relatives.has(lower))
  return opensWithStatement && isSetting && (isSmall(next) || next.isNoName)
}

/** Speech in the writer's words: what follows; for an aside ("…, X said.", "according to X") the rest of the sentence. */
function indirectSpeech(attribution: Attribution, until: number, reading: Reading): Found | undefined {
  const { tokens } = reading
  const { start, end, isAside } = attribution
  const opensWithAs = /^(?:as|wie|comme|como|как)$/u.test(tokens[start - 1]?.lower ?? '')
  const isTrailing = tokens[start - 1]?.text === ',' && closesSentence(attribution, reading)
  const isRest = isAside || opensWithAs || isTrailing
  const before: readonly [number, number] = [0, opensWithAs ? start - 1 : start]
  const ranges = [...(isRest ? trim(before, reading) : []), ...trim([end, until], reading)]
  return ranges.length === 0 ? undefined : { attribution, isDirect: false, ranges }
}

const JOINS = new Set('and but while whereas und aber während et mais tandis y pero mientras и а но'.split(' '))

/** A new clause with a speaker of its own: "…, and X replied that". Anything else is told inside what was said before. */
function isOfItsOwn({ start }: Attribution, { tokens }: Reading): boolean {
  const before = tokens[start - 1]
  if (before?.text === ';') return true
  return before !== undefined && JOINS.has(before.lower) && tokens[start - 2]?.text === ','
}

function findAll(reading: Reading): readonly Found[] {
  const { tokens } = reading
  const attributions: Attribution[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const attribution = attributionAt(at, reading)
    if (attribution === undefined) continue
    attributions.push(attribution)
    at = Math.max(at, attribution.end - 1)
  }
  const found: Found[] = []
  for (const [index, attribution] of attributions.entries()) {
    const last = found.at(-1)
    const isNested = last !== undefined && !last.isDirect && last.attribution.speaker.name !== undefined
    if (
      last !== undefined &&
      !last.isDirect &&
      !isOfItsOwn(attribution, reading) &&
      (isNested || !last.attribution.isAside)
    )
      continue
    const next = attributions[index + 1]
    const until = next !== undefined && isOfItsOwn(next, reading) ? next.start - 1 : tokens.length
    const speech = directSpeech(attribution, reading) ?? indirectSpeech(attribution, until, reading)
    if (speech !== undefined) found.push(speech)
  }
  return found
}

/** Who "he" is: whom the sentence before names, unless this one names somebody first. */
function nameOfPronoun(
  { first }: Speaker,
  reading: Reading,
  { previous, language }: SpeechContext,
): string | undefined {
  if (previous === undefined || namesAnybody(reading, first)) return undefined
  return onlyPersonIn(previous, language)
}

function stretchOf([first, end]: readonly [number, number], { tokens }: Reading): readonly Stretch[] {
  const opening = tokens[first]
  const closing = tokens[end - 1]
  return opening === undefined || closing === undefined ? [] : [{ start: opening.start, end: closing.end }]
}

function speechOf(
  { attribution, isDirect, ranges }: Found,
  reading: Reading,
  context: SpeechContext,
): readonly Speech[] {
  const [first, ...others] = ranges.flatMap(range => stretchOf(range, reading))
  if (first === undefined) return []
  const { speaker } = attribution
  const name = speaker.isPronoun ? nameOfPronoun(speaker, reading, context) : speaker.name
  return [{ isDirect, said: [first, ...others], ...(name === undefined ? {} : { speaker: name }) }]
}

/** A sentence that is one quotation: it does not say whose, or begins with the name and a colon. */
function bareQuote(sentence: string, reading: Reading): readonly Speech[] {
  const { tokens } = reading
  const at = tokens.findIndex(({ kind }) => kind === 'quote')
  const quote = tokens[at]
  if (quote === undefined || wordsIn(quote.text) < FEWEST_QUOTED_WORDS) return []
  const speech = { isDirect: true, said: [{ start: quote.start, end: quote.end }] } as const
  if (tokens[0]?.isCapital === true && tokens[at - 1]?.text === ':') {
    const { end, found } = nameFrom(0, reading)
    const isFull = found !== undefined && (found.hasOffice || found.name.includes(' '))
    return [end === at - 1 && isFull ? { ...speech, speaker: found.name } : speech]
  }
  return quote.text.length < WHOLE_QUOTE_SHARE * sentence.trim().length ? [] : [speech]
}

/**
 * Who says what in a sentence: quotations with their speakers, and speech in the writer's words ("X said that", "according
 * to X"). What is told inside another's speech is not taken apart; titles and single quoted words are no speech. By rules
 * and short tables of verbs (src/text/speech-words.ts): where it is not plain who speaks, no speaker is given.
 * @param sentence one sentence of an article, as it stands
 * @returns in the order of the sentence; empty when nobody speaks in it
 */
export function speechesIn(sentence: string, context: SpeechContext = {}): readonly Speech[] {
  const words = findSpeechWords(context.language)
  if (words === undefined) return []
  const { language = 'en' } = context
  const reading: Reading = { tokens: speechTokens(sentence, language), words, language }
  const found = findAll(reading)
  return found.length === 0 ? bareQuote(sentence, reading) : found.flatMap(speech => speechOf(speech, reading, context))
}
