import {
  bareName,
  isCalling,
  isCapital,
  isCommonNoun,
  isParticle,
  isPossessive,
  isPossessor,
  isRole,
  MOST_NAME_TOKENS,
  type Reading,
  runEnd,
  runStart,
} from './name-runs.ts'
import type { SpeechToken } from './speech-tokens.ts'
import type { SpeechWords } from './speech-words.ts'

/** Who is said to speak: tokens[first] to tokens[end - 1]. Without a name it is a pronoun or somebody unnamed. */
export interface Speaker {
  readonly first: number
  readonly end: number
  readonly name?: string
  readonly isPronoun?: boolean
}

const MOST_APPOSITION_TOKENS = 16
/** Words of unknown meaning that are taken for somebody's calling before a full name. */
const MOST_CALLINGS = 2

/** Where the noun phrase begins that ends with somebody: behind the mark, quotation or conjunction before it. */
function phraseStart(last: number, { tokens, words }: Reading): number {
  let first = last
  while (last - first < MOST_NAME_TOKENS) {
    const before = tokens[first - 1]
    if (before?.kind !== 'word' || words.conjunctions.has(before.lower) || words.relatives.has(before.lower)) break
    first -= 1
  }
  return first
}

/** What stands before a name leaves it the subject: nothing, a mark, an article, a conjunction, a time; no preposition. */
function canBeSubject(first: number, reading: Reading): boolean {
  const { tokens, words } = reading
  let at = first - 1
  while (isRole(tokens[at], reading) || isPossessive(tokens[at])) at -= 1
  // "Northern Bank governor Lena Ruud"
  while (at < first - 1 && isCapital(tokens[at])) at -= 1
  const isFull = runEnd(tokens, first) - first > 1
  for (let skipped = 0; isFull && skipped < MOST_CALLINGS && isCalling(tokens[at], reading); skipped += 1) at -= 1
  const before = tokens[at]
  if (before === undefined || before.kind !== 'word') return true
  const { lower } = before
  if (words.prepositions.has(lower)) return false
  // two who speak together are not one speaker
  if (lower === 'and' || lower === 'und' || lower === 'et' || lower === 'y' || lower === 'и')
    return !isCapital(tokens[at - 1])
  if (words.determiners.has(lower)) return !isPreposition(tokens[at - 1], words)
  return words.conjunctions.has(lower) || words.adverbs.has(lower) || before.isNoName
}

const isPreposition = (token: SpeechToken | undefined, words: SpeechWords): boolean =>
  token?.kind === 'word' && words.prepositions.has(token.lower)

/** The one who is named, or otherwise meant, right before a place in the sentence. */
function speakerEndingAt(end: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const last = tokens[end - 1]
  if (last === undefined || last.kind !== 'word') return undefined
  if (words.pronouns.has(last.lower)) return { first: end - 1, end, isPronoun: true }
  const start = phraseStart(end - 1, reading)
  if (!isCapital(last)) return { first: start, end }
  const first = runStart(tokens, end)
  const found = bareName(tokens, first, end, words.roles)
  const isNamed = found !== undefined && !isPossessive(last) && canBeSubject(first, reading)
  return isNamed && !isCommonNoun(found, first, reading) && !isPossessor(found, first, reading)
    ? { first: start, end, name: found.name }
    : { first: start, end }
}

/** "X, the minister, said" and "the minister, X, said": the comma before the verb closes an apposition. */
function speakerOfApposition(comma: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const opening = tokens.slice(0, comma).findLastIndex(({ text }) => text === ',')
  if (opening <= 0 || comma - opening > MOST_APPOSITION_TOKENS) return undefined
  const inside = tokens.slice(opening + 1, comma)
  const isRelative = words.relatives.has(inside[0]?.lower ?? '')
  if (!isRelative && inside.some(({ kind, lower }) => kind === 'quote' || words.verbs.has(lower))) return undefined
  const outer = speakerEndingAt(opening, reading)
  if (outer === undefined) return undefined
  const inner = speakerEndingAt(comma, reading)
  const isWhole =
    inner?.name !== undefined && inside.every(token => isCapital(token) || isParticle(token) || isRole(token, reading))
  const isOfRole = isRole(tokens[opening - 1], reading) || inside.length > 1
  const isBehindName = outer.name !== undefined && inside.length === 1
  return isWhole && isOfRole && !isBehindName ? { ...inner, first: outer.first } : outer
}

/** The one who is named right before a place, over auxiliaries and passives: "X was quoted as saying". */
export function speakerUpTo(end: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  let at = end
  while (
    /^(?:is|was|were|been)$/u.test(tokens[at - 1]?.lower ?? '') ||
    words.auxiliaries.has(tokens[at - 1]?.lower ?? '')
  )
    at -= 1
  return speakerEndingAt(at, reading)
}

/** The subject with which the sentence begins, when a verb follows it at once: of "X came and said". */
function openingSubject(before: number, reading: Reading): Speaker | undefined {
  const { tokens, words } = reading
  const start = tokens.findIndex(token => !words.determiners.has(token.lower) && !isRole(token, reading))
  const opening = tokens[start]
  if (opening === undefined) return undefined
  const isPronoun = words.pronouns.has(opening.lower)
  if (!isPronoun && !isCapital(opening)) return undefined
  const end = isPronoun ? start + 1 : runEnd(tokens, start)
  const next = tokens[end]
  const isVerb =
    next?.kind === 'word' &&
    !isCapital(next) &&
    !words.prepositions.has(next.lower) &&
    !words.conjunctions.has(next.lower)
  const between = tokens.slice(end, before)
  const isOneClause = between.every(
    ({ kind, lower }) => kind !== 'quote' && !words.conjunctions.has(lower) && !/^wh/u.test(lower),
  )
  if (!isVerb || !isOneClause) return undefined
  return isPronoun ? { first: start, end, isPronoun } : speakerEndingAt(end, reading)
}

/** The last token of the subject's side: without adverbs and times between subject and verb; undefined when the verb is undone. */
function skipBetween(verb: number, { tokens, words }: Reading): number | undefined {
  let at = verb - 1
  for (let token = tokens[at]; token?.kind === 'word'; token = tokens[at]) {
    const { lower } = token
    if (words.undoing.has(lower)) return undefined
    const isTime = token.isNoName && words.prepositions.has(tokens[at - 1]?.lower ?? '')
    if (isTime) at -= 2
    else if (words.auxiliaries.has(lower) || words.adverbs.has(lower) || /.{2}ly$/u.test(lower)) at -= 1
    else return at
  }
  return at
}

/** What stands before a verb of speech. */
export type Subject = Speaker | 'undone' | undefined

/**
 * The subject of a verb of speech as far as it stands before it.
 * @param verb place of the verb, or of its first auxiliary
 * @returns 'undone' for a verb that is passive or denied; undefined when no subject is there
 */
export function subjectBefore(verb: number, reading: Reading): Subject {
  const { tokens, words } = reading
  const last = skipBetween(verb, reading)
  if (last === undefined) return 'undone'
  const before = tokens[last]
  if (before === undefined || before.kind === 'quote') return undefined
  if (before.text === ',') return speakerOfApposition(last, reading)
  if (before.kind === 'mark') return undefined
  if (words.conjunctions.has(before.lower)) return openingSubject(last, reading)
  if (words.prepositions.has(before.lower) || words.determiners.has(before.lower)) return undefined
  const subject = speakerEndingAt(last + 1, reading)
  // "the letter that X wrote", "what X had said"
  return subject !== undefined && words.relatives.has(tokens[subject.first - 1]?.lower ?? '') ? 'undone' : subject
}

/** The subject of a participle behind a comma: "X left on Monday, saying that …". */
export const subjectOfParticiple = (at: number, reading: Reading): Speaker | undefined =>
  openingSubject(at - 1, reading)
