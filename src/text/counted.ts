import { weekdaysNamed } from './day-names.ts'
import type { Role } from './number-words/source.ts'
import { isDash, isGlued, phraseAt, phraseBefore, type Token, wordAt } from './quantity-tokens.ts'
import type { QuantityWords } from './quantity-words.ts'
import { stemOf } from './stemming.ts'
import { isStopWord } from './stopwords.ts'

/** What a number counts. */
export interface Counted {
  /** One word for one thing: "person" for people of no kind, else a stem; empty when nothing is named. */
  readonly noun: string
  /** As it stands there, in lower case. */
  readonly nounText: string
  /** Words between the number and the noun: "training" of "600 training places". */
  readonly kinds: readonly string[]
  readonly role?: Role
  /** Place behind the noun, or behind the number when there is none. */
  readonly next: number
}

/** Different words for the same counted thing, of all languages. */
const SAME_THING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    home: 'homes households household home customers properties haushalte haushalten foyers hogares домов',
    protester: 'demonstrators protesters protestors marchers demonstranten manifestants manifestantes',
    child: 'children kids child kinder kind kindern enfants enfant niños niñas детей ребенка ребёнка',
    woman: 'women woman frauen femmes mujeres женщин',
    man: 'men man männer hommes hombres мужчин',
    police: 'police policemen polizisten policiers policías',
    soldier: 'soldiers soldier troops servicemen soldaten soldats soldados солдат военных',
    passenger: 'passengers passenger passagiere fahrgäste passagers pasajeros пассажиров',
    worker: 'workers worker employees employee staff arbeiter beschäftigte ouvriers salariés empleados trabajadores',
    house: 'houses house häuser maisons casas',
    crew: 'crew crewmen seamen sailors',
  }).flatMap(([thing, words]) => words.split(' ').map(word => [word, thing] as const)),
)

/** Forms in -s that are no nouns. */
const VERBS_IN_S = new Set(
  'says kills dies rises falls comes goes makes takes gets gives loses wins injures wounds hurts leaves means shows needs plans wants is was has does this thus its as us less yes always perhaps sometimes overseas besides'.split(
    ' ',
  ),
)
const IRREGULAR_PLURALS = new Set('cattle sheep fish aircraft spacecraft livestock crew staff police media'.split(' '))
/** Words that a noun may follow all the same though they are function words. */
const TRANSPARENT = new Set([
  'more',
  'other',
  'further',
  'of',
  'de',
  'd',
  'weitere',
  'weiteren',
  'autres',
  'otras',
  'otros',
])
const NOUN_REACH = 4

const looksPlural = (word: string): boolean =>
  (word.length > 3 && /(?:[^sui]|[a-z]{3}i)s$/u.test(word) && !VERBS_IN_S.has(word)) ||
  IRREGULAR_PLURALS.has(word) ||
  /(?:men|children|people)$/u.test(word)

/** Whether a word of the language can be what a number counts. */
function isNoun(token: Token, words: QuantityWords): boolean {
  if (words.persons.has(token.word) || SAME_THING.has(token.word) || words.roleNouns.has(token.word)) return true
  if (words.language === 'en') return looksPlural(token.word)
  if (words.language === 'de') return /^\p{Lu}/u.test(token.text)
  return token.word.length > 3 && !isStopWord(token.word, words.language) && !words.between.has(token.word)
}

const endsNounPhrase = (tokens: readonly Token[], at: number, words: QuantityWords): boolean =>
  words.timeUnits.has(wordAt(tokens, at)) ||
  (phraseAt(tokens, at, words.after) !== undefined && !words.roleNouns.has(wordAt(tokens, at)))

function nounOf(tokens: readonly Token[], from: number, words: QuantityWords): Counted | undefined {
  const kinds: string[] = []
  for (let at = from; at < from + NOUN_REACH; at++) {
    const token = tokens[at]
    if (token === undefined || endsNounPhrase(tokens, at, words)) return undefined
    // "eight co-workers"
    if (isDash(token.word) && at > from && isGlued(tokens, at) && isGlued(tokens, at - 1)) continue
    if (token.kind !== 'word') return undefined
    if (isNoun(token, words)) return withCompound(tokens, at, kinds, words)
    const isTransparent = at === from && TRANSPARENT.has(token.word)
    if (!isTransparent && (isStopWord(token.word, words.language) || words.between.has(token.word))) return undefined
    if (!isTransparent) kinds.push(token.word)
  }
  return undefined
}

/** "police officers": the last noun of several is the counted one. */
function withCompound(tokens: readonly Token[], at: number, kinds: readonly string[], words: QuantityWords): Counted {
  const next = tokens[at + 1]
  const isCompound =
    words.language === 'en' && next?.kind === 'word' && looksPlural(next.word) && !words.roleNouns.has(next.word)
  const place = isCompound && !words.timeUnits.has(next.word) ? at + 1 : at
  const nounText = wordAt(tokens, place)
  const before = place === at ? kinds : [...kinds, wordAt(tokens, at)]
  const role = words.roleNouns.get(nounText)
  const noun = words.persons.has(nounText) || role !== undefined ? 'person' : oneWordFor(nounText, words.language)
  return { noun, nounText, kinds: before, ...(role === undefined ? {} : { role }), next: place + 1 }
}

const oneWordFor = (word: string, language: string): string => SAME_THING.get(word) ?? stemOf(word, language)

/** Prepositions that open a phrase between the counted and its verb: "14 people on the platform were injured". */
const PREPOSITIONS = new Set(
  'on in of at from aboard inside near under with bei in im am an auf aus bei von beim durch dans à en sur lors de en por tras при в на из во после'.split(
    ' ',
  ),
)
const PHRASE_REACH = 10
const ROLE_REACH = 8

/** Behind a phrase or a parenthesis, where the sentence goes on; undefined when it does not. */
function behindPhrase(tokens: readonly Token[], at: number, words: QuantityWords): number | undefined {
  const isAside = wordAt(tokens, at) === ',' || wordAt(tokens, at) === '('
  if (isAside && !words.including.has(wordAt(tokens, at + 1))) return undefined
  for (let place = at + 1; place < at + PHRASE_REACH; place++) {
    const token = tokens[place]
    if (token === undefined || /^[.;:]$/u.test(token.word)) return undefined
    if (isAside && (token.word === ',' || token.word === ')')) return place + 1
    if (isAside) continue
    if (token.kind !== 'word' || token.word === 'and' || token.word === 'und') return undefined
    const isVerb = phraseAt(tokens, place, words.after) !== undefined
    if (isVerb || (words.between.has(token.word) && !isStopLike(token.word))) return place
  }
  return undefined
}

/** Small words of the table that stand in noun phrases as well. */
const isStopLike = (word: string): boolean => /^(?:to|all|so|far|that|there|they|they|als|a|que|qui)$/u.test(word)

function roleBehind(tokens: readonly Token[], from: number, words: QuantityWords): Role | undefined {
  let at = from
  let isPhraseSeen = false
  for (let steps = 0; steps < ROLE_REACH; steps++) {
    const found = phraseAt(tokens, at, words.after)
    if (found !== undefined) return found.kind
    const word = wordAt(tokens, at)
    if (words.between.has(word)) {
      at += 1
      continue
    }
    const isOpening = PREPOSITIONS.has(word) || word === ',' || word === '('
    const behind = isOpening && !isPhraseSeen ? behindPhrase(tokens, at, words) : undefined
    if (behind === undefined) return undefined
    isPhraseSeen = true
    at = behind
  }
  return undefined
}

/** Words between a verb and the number that it governs: "killing another 14", "killed a total of 14". */
const BETWEEN_VERB_AND_NUMBER = new Set('a an the another further other total of als also reportedly'.split(' '))

function roleBefore(tokens: readonly Token[], from: number, counted: Counted, words: QuantityWords): Role | undefined {
  let at = from
  while (at > 0 && from - at < 4 && BETWEEN_VERB_AND_NUMBER.has(wordAt(tokens, at - 1))) at -= 1
  const found = phraseBefore(tokens, at, words.before)
  if (found === undefined) return undefined
  if (/^claim/u.test(wordAt(tokens, at - 1)) && counted.nounText !== 'lives') return undefined
  return found.kind
}

const TOLL_REACH = 12
const STANDS_AT = new Set(
  'to at of is was were reached reaches hit passed stands now auf bei à a de до на s’élève'.split(' '),
)

/** "The death toll rose to 14", "the number of injured is now 14". */
function roleOfToll(tokens: readonly Token[], from: number, words: QuantityWords): Role | undefined {
  if (!STANDS_AT.has(wordAt(tokens, from - 1))) return undefined
  for (let at = from - 1; at >= Math.max(0, from - TOLL_REACH); at--) {
    const word = wordAt(tokens, at)
    if (/^[.;:]$/u.test(word)) return undefined
    if (words.toll.has(word)) return 'dead'
    if (!words.numberOf.has(word)) continue
    for (let place = at + 1; place <= Math.min(at + 4, from - 1); place++) {
      const named = words.roleNouns.get(wordAt(tokens, place)) ?? phraseAt(tokens, place, words.after)?.kind
      if (named !== undefined) return named
    }
  }
  return undefined
}

/** A word behind the number that no rule knows ("12 Swedes" but for its ending): it counts something, not people as such. */
function unknownNoun(tokens: readonly Token[], at: number, words: QuantityWords): Counted | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word' || words.between.has(token.word) || words.timeUnits.has(token.word)) return undefined
  if (isStopWord(token.word, words.language) || PREPOSITIONS.has(token.word)) return undefined
  if (phraseAt(tokens, at, words.after) !== undefined || weekdaysNamed(token.word).length > 0) return undefined
  return { noun: '', nounText: '', kinds: [token.word], next: at + 1 }
}

/**
 * What a number counts, and what happened to it.
 * @param from place of the number, or of the "about" before it
 * @param next place behind the number
 */
export function countedAt(tokens: readonly Token[], from: number, next: number, words: QuantityWords): Counted {
  const named = nounOf(tokens, next, words) ?? unknownNoun(tokens, next, words)
  const counted = named ?? { noun: '', nounText: '', kinds: [], next }
  const isGluedRole = named === undefined && phraseAt(tokens, next, words.after) !== undefined
  const role =
    counted.role ??
    (isGluedRole ? phraseAt(tokens, next, words.after)?.kind : undefined) ??
    roleBefore(tokens, from, counted, words) ??
    roleBehind(tokens, counted.next, words) ??
    roleOfToll(tokens, from, words)
  return role === undefined ? counted : { ...counted, role }
}
