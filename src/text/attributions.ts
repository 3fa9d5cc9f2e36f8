import type { Reading } from './name-runs.ts'
import { speakerFrom } from './speakers.ts'
import { type Speaker, speakerUpTo, subjectBefore, subjectOfParticiple } from './subjects.ts'

/** Where a sentence says who speaks: tokens[start] to tokens[end - 1]. */
export interface Attribution {
  readonly speaker: Speaker
  readonly start: number
  readonly end: number
  /** What is said is the rest of the sentence, not what follows. */
  readonly isAside: boolean
}

const PARTICIPLES = new Set(['saying', 'adding', 'warning', 'insisting', 'arguing', 'stressing'])
const DASH = /^[–—-]$/u
/** A mark behind which nothing more is said of the speaker. */
const CLOSING = /^[.,;!?…]$/u

const phraseAt = (phrase: readonly string[], at: number, { tokens }: Reading): boolean =>
  phrase.every((word, offset) => tokens[at + offset]?.lower === word)

/** "according to X". */
function sourceAt(at: number, reading: Reading): Attribution | undefined {
  const phrase = reading.words.sourceBefore.find(words => phraseAt(words, at, reading))
  if (phrase === undefined) return undefined
  const after = at + phrase.length
  const speaker = speakerFrom(after, reading) ?? { first: at, end: after }
  return { speaker, start: at, end: speaker.end, isAside: true }
}

const isBehindMark = (at: number, { tokens }: Reading): boolean => {
  const before = tokens[at - 1]
  return before !== undefined && (before.kind === 'quote' || before.text === ',' || DASH.test(before.text))
}

/** In English what comes after a comma and "said" is the speaker only when nothing but a mark follows. */
function closesInversion({ end }: Speaker, verb: number, { tokens, words }: Reading): boolean {
  const isBehindQuote = [tokens[verb - 1], tokens[verb - 2]].some(token => token?.kind === 'quote')
  return words.isFree || isBehindQuote || CLOSING.test(tokens[end]?.text ?? '.')
}

/** "said no", "said goodbye", "(is) said to be", "added 40 jobs", "initial claims in March": nothing is told. */
function isEmptyPhrase(at: number, { tokens, words }: Reading): boolean {
  const { lower = '' } = tokens[at] ?? {}
  const next = tokens[at + 1]?.lower ?? ''
  if (/^add/u.test(lower) && /^\p{N}/u.test(next)) return true
  if (words.nounLike.has(lower)) return !words.determiners.has(next) && !/^(?:to|it|he|she|they)$/u.test(next)
  if (next === 'to') return /^(?:be|have)$/u.test(tokens[at + 2]?.lower ?? '')
  return /^(?:no|yes|nothing|goodbye|farewell|hello|little)$/u.test(next) && tokens[at + 2]?.text !== ':'
}

/** Is a verb of speech there, and does the word before it help it ("has said", "a déclaré")? */
function findVerb(at: number, reading: Reading): { readonly isHelped: boolean } | undefined {
  const { tokens, words } = reading
  const token = tokens[at]
  if (token?.kind !== 'word' || token.text !== token.text.toLowerCase()) return undefined
  const isHelped = words.auxiliaries.has(tokens[at - 1]?.lower ?? '')
  const isVerb = words.verbs.has(token.lower) || words.inverting.has(token.lower)
  return (isVerb || (isHelped && words.participles.has(token.lower))) && !isEmptyPhrase(at, reading)
    ? { isHelped }
    : undefined
}

/** The speaker behind the verb: after a quotation, a comma or a dash; in some languages after anything. */
function invertedAt(at: number, isHelped: boolean, reading: Reading): Attribution | undefined {
  const { tokens, words } = reading
  const verb = isHelped ? at - 1 : at
  const isInverting = isHelped || words.inverting.has(tokens[at]?.lower ?? '')
  if (!isInverting || !(isBehindMark(verb, reading) || (words.isFree && !isHelped))) return undefined
  const speaker = speakerFrom(at + 1, reading)
  if (speaker === undefined || !closesInversion(speaker, verb, reading)) return undefined
  return { speaker, start: verb, end: speaker.end, isAside: false }
}

/** A verb of speech with its subject before or after it. */
function verbAt(at: number, reading: Reading): Attribution | undefined {
  const { tokens, words } = reading
  const verb = findVerb(at, reading)
  const subject = verb === undefined ? 'undone' : subjectBefore(at, reading)
  if (verb === undefined || subject === 'undone') return undefined
  if (subject === undefined) return invertedAt(at, verb.isHelped, reading)
  const { lower = '' } = tokens[at] ?? {}
  if (!words.verbs.has(lower) && !words.participles.has(lower)) return undefined
  const { first, end } = subject
  const isPlural = [tokens[at], tokens[at - 1]].some(token => words.plurals.has(token?.lower ?? ''))
  return { speaker: isPlural ? { first, end } : subject, start: first, end: at + 1, isAside: false }
}

/** Every other way of saying who speaks. */
function otherwiseAt(at: number, reading: Reading): Attribution | undefined {
  const { tokens, words } = reading
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return undefined
  if (PARTICIPLES.has(token.lower) && tokens[at - 1]?.text === ',') {
    const speaker = subjectOfParticiple(at, reading)
    return speaker === undefined ? undefined : { speaker, start: at, end: at + 1, isAside: false }
  }
  if (phraseAt(['quoted', 'as', 'saying'], at, reading)) {
    const speaker = speakerUpTo(at - 1, reading)
    return speaker === undefined ? undefined : { speaker, start: speaker.first, end: at + 3, isAside: false }
  }
  if (/^a(?:urait)?-t-(?:il|elle)$/u.test(token.lower)) {
    return { speaker: { first: at, end: at + 1, isPronoun: true }, start: at, end: at + 2, isAside: false }
  }
  if (!words.sourceAfter.has(token.lower)) return undefined
  const speaker = speakerUpTo(at, reading)
  return speaker === undefined ? undefined : { speaker, start: speaker.first, end: at + 1, isAside: true }
}

/** Whom a sentence names as speaking at a token: "X said", "said X", "according to X"; undefined when there is nothing of it. */
export const attributionAt = (at: number, reading: Reading): Attribution | undefined =>
  sourceAt(at, reading) ?? verbAt(at, reading) ?? otherwiseAt(at, reading)
