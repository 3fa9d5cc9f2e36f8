import { type Gap, isLikeVerb, isOpenEnd } from './gap.ts'
import { isWidening } from './gap-widening.ts'
import type { PhraseToken } from './phrase-tokens.ts'

const CLOSES: ReadonlyMap<string, RegExp> = new Map([
  [',', /^,$/u],
  ['(', /^\)$/u],
  ['–', /^[–—]$/u],
  ['—', /^[–—]$/u],
  ['--', /^--$/u],
  [';', /^;$/u],
  [':', /^;$/u],
])

/** What is left must be the whole statement, not only who it is about. */
function tellsWhole(head: readonly PhraseToken[], { kinds, language }: Gap): boolean {
  const begin = head.findIndex(token => token.isMark)
  const isLed = kinds.isPreposition(head[0]) || kinds.isSubordinating(head[0]) || /ing$/u.test(head[0]?.word ?? '')
  if (isLed) return begin > 0 && head.slice(begin).some(token => kinds.isVerb(token) || language !== 'en')
  const clause = begin < 0 ? head : head.slice(0, begin)
  return language === 'en' ? clause.some((token, at) => at > 0 && isLikeVerb(token, kinds)) : clause.length > 3
}

/** The words between two marks are the sentence's own statement, not a remark. */
function isStatement(inner: readonly PhraseToken[], { tokens, from, kinds }: Gap): boolean {
  // After "On Saturday, [he came,]" there is no other clause.
  if (kinds.isPronoun(inner[0]) && !kinds.isSubordinating(inner[0])) return true
  if (kinds.isPreposition(tokens[0]) && !tokens.slice(0, from).some(({ isMark }) => isMark)) return true
  // A finite verb that nothing leads in: "Lunde, 37, [is sought,] police say".
  const finite = inner.findIndex(token => kinds.isAuxiliary(token))
  const led = inner.slice(0, Math.max(0, finite))
  if (finite >= 0 && !led.some(token => kinds.isSubordinating(token) || kinds.isJoining(token))) return true
  return inner.some(({ isMark }) => isMark) && inner.some(token => kinds.isVerb(token))
}

/** From a mark to a mark or the end: "the dam[, built in 1961,] needs". */
export function isAside(gap: Gap): boolean {
  const { tokens, words, after, to, from, language } = gap
  const closing = CLOSES.get(words[0]?.word ?? '')
  if (closing === undefined) return false
  // "40 metres [(131 feet)]"
  if (words[0]?.word === '(' && words.at(-1)?.word === ')') return true
  if (to === tokens.length) return tellsWhole(tokens.slice(0, from), gap)
  const closes = words.length > 1 && closing.test(words.at(-1)?.word ?? '')
  if (!closes && !closing.test(after?.word ?? '')) return false
  const inner = closes ? words.slice(1, -1) : words.slice(1)
  return !isStatement(inner, gap) && (language !== 'de' || !isWidening(gap))
}

/** "the council [met on Monday and] will vote": two deeds of one doer. */
export function isFirstDeed({ words, before, after, kinds, language }: Gap): boolean {
  return (
    language === 'en' &&
    kinds.isContent(before) &&
    kinds.isVerb(words[0]) &&
    kinds.isJoining(words.at(-1)) &&
    kinds.isVerb(after) &&
    (!kinds.isAuxiliary(words[0]) || kinds.isAuxiliary(after)) &&
    !words.slice(0, -1).some(token => token.isMark || kinds.isJoining(token))
  )
}

/** "left the ship [and the crew stayed on board]." */
export function isLastPart({ tokens, words, from, after, kinds, language }: Gap): boolean {
  if (!kinds.isJoining(words[0]) || !isOpenEnd(after) || words.length < 3) return false
  // "Rock [and Roll]"
  if (tokens[from - 1]?.isCapital === true && words[1]?.isCapital === true && !words.some(token => kinds.isVerb(token)))
    return false
  const head = tokens.slice(0, from)
  if (language === 'en' ? !head.some((token, at) => at > 0 && isLikeVerb(token, kinds)) : head.length < 4) return false
  return !tokens
    .slice(0, from)
    .some(token =>
      /^(?:between|both|either|neither|zwischen|sowohl|entweder|weder|entre|tanto|ni|soit|между)$/u.test(token.word),
    )
}

/** "[In thick fog,] the ferry …", "[However,] …" */
export function isOpening({ words, before, after, kinds }: Gap): boolean {
  if (before !== undefined || after === undefined) return false
  const [first] = words
  if (
    words.length === 1 &&
    (kinds.isJoining(first) || kinds.isDeterminer(first) || /^(?:dass|que|qu'|что)$/u.test(first?.word ?? ''))
  )
    return true
  const isLeading =
    kinds.isPreposition(first) || kinds.isSubordinating(first) || words.length <= 2 || kinds.isMoment(first)
  return isLeading && words.at(-1)?.word === ',' && words.filter(({ isMark }) => isMark).length === 1
}
