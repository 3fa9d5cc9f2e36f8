import type { LittleWords } from './little-words.ts'
import { type Kinds, kindsOf, type PhraseToken } from './phrase-tokens.ts'

/** A sentence of which words are left out. */
export interface Told {
  readonly tokens: readonly PhraseToken[]
  readonly little: LittleWords
  readonly kinds: Kinds
  readonly language: string
}

export const toldOf = (tokens: readonly PhraseToken[], little: LittleWords, language: string): Told => ({
  tokens,
  little,
  kinds: kindsOf(little),
  language,
})

/** Words from `from` up to, not with, `to` that a bullet leaves out, between two that it keeps (or an end). */
interface Gap extends Told {
  readonly from: number
  readonly to: number
  readonly words: readonly PhraseToken[]
  readonly before: PhraseToken | undefined
  readonly after: PhraseToken | undefined
}

const isQuoteMark = (token: PhraseToken | undefined): boolean => /^[“”"]$/u.test(token?.word ?? '')
/** The end of the sentence, or a mark that ends a part of it. */
const isOpenEnd = (token: PhraseToken | undefined): boolean =>
  token === undefined || (token.isMark && !isQuoteMark(token))

/** "On Tuesday", "am Sonntagabend", "yesterday": when it was, and nothing else. */
function isMomentOnly({ words, before, kinds, little }: Gap): boolean {
  const [first, ...others] = words
  // "Sunday [evening]"
  if (
    before?.isCapital === true &&
    kinds.isMoment(before) &&
    words.every(token => !token.isCapital && kinds.isMoment(token))
  )
    return true
  if (kinds.isPreposition(before) || kinds.isJoining(before) || kinds.isMoment(before)) return false
  const rest = first !== undefined && little.locating.has(first.word) ? others : words
  const named = kinds.isDeterminer(rest[0]) ? rest.slice(1) : rest
  return named.length > 0 && named.every(token => kinds.isMoment(token))
}

/** Adjectives and the like before a noun that stays: "the [wide] river". */
function isPremodifier({ words, before, after, kinds, little, language }: Gap): boolean {
  const isGerman = language === 'de'
  if (before === undefined || /\d/u.test(before.word) || !kinds.isContent(after)) return false
  if (after?.isCapital !== isGerman || kinds.isVerb(after) || kinds.isMoment(after)) return false
  // "an officer [leader] seeking", "to [provide] help"
  if (
    (!isGerman && /.ing$|.ly$|^(?:then|also|now|later|still|again|there|here|too)$/u.test(after?.word ?? '')) ||
    /^(?:to|zu)$/u.test(before.word)
  )
    return false
  // After a name it would be what bears it: "Norvik [workers] strike".
  if (!isGerman && before.isCapital && kinds.isContent(before)) return false
  if (!kinds.isDeterminer(before) && !kinds.isPreposition(before) && !kinds.isContent(before)) return false
  const isQualifying = (token: PhraseToken): boolean =>
    kinds.isContent(token) && !token.isCapital && !kinds.isVerb(token) && !/['\d%$€£]/u.test(token.word)
  return words.every(token => isQualifying(token) && !little.telling.test(token.word))
}

/** Only adjectives end so. */
const ADJECTIVE = /(?:ly|al|ic|ous|ive|ful|less|[ai]ble|ish|iche[nmrs]?|ige[nmrs]?)$/u

/** "[costly and] new bridge", "new [and costly] bridge" */
const isHalfPair = (gap: Gap): boolean => {
  const { words, kinds } = gap
  const [first] = words
  const inner = kinds.isJoining(first) ? words.slice(1) : kinds.isJoining(words.at(-1)) ? words.slice(0, -1) : []
  return inner.length > 0 && inner.every(({ word }) => ADJECTIVE.test(word)) && isPremodifier({ ...gap, words: inner })
}

const NUMBER =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)$/u

/** "Homes [in Lydd]", "ships [with sails]": what is said of some would be said of all. */
function isWidening({ tokens, from, words, kinds, little, language }: Gap): boolean {
  const noun = tokens[from - 1]
  if (noun === undefined || noun.isMark || !kinds.isContent(noun) || (noun.isCapital && from > 1 && language !== 'de'))
    return false
  if (kinds.isVerb(noun) || kinds.isMoment(noun) || /^\d|ly$/u.test(noun.word)) return false
  const [first] = words
  const isPlace =
    first !== undefined &&
    little.locating.has(first.word) &&
    words.some((token, at) => at > 0 && (kinds.isMoment(token) || (token.isCapital && (language !== 'de' || at === 1))))
  // Who the sentence is about needs all that narrows it down.
  const isSubject = !tokens
    .slice(0, from - 1)
    .some((token, at) => at > 0 && (language === 'en' ? isLikeVerb(token, kinds) : kinds.isVerb(token)))
  if (isPlace && !isSubject) return false
  const phrase = tokens.slice(0, from - 1)
  const start = phrase.findLastIndex(
    (token, at) =>
      [kinds.isDeterminer, kinds.isVerb, kinds.isJoining].some(is => is(token)) ||
      token.isMark ||
      (language === 'de' && (token.isCapital || kinds.isPreposition(token))) ||
      // "The city [bans] ads", not "the sales figures"
      (language === 'en' && isLikeVerb(token, kinds) && !kinds.isDeterminer(phrase[at - 1])),
  )
  const opening = phrase[start]
  const isNamed = words.some(token => token.isCapital || kinds.isMoment(token))
  // "A study [of mice]", "a ban [on bags]"; "a train [to Lydd]" is told well enough.
  const isVague = /^(?:an?|ein\p{L}*|une?|una)$/u.test(opening?.word ?? '') && (language === 'de' || !isNamed)
  // "la publicité [pour le tabac]": the article tells nothing of whether all of it is meant.
  const isGeneric =
    /^(?:fr|es)$/u.test(language) &&
    !isNamed &&
    ![first, phrase[start - 1]].some(token => little.locating.has(token?.word ?? ''))
  const isDefinite =
    kinds.isDeterminer(opening) &&
    !isVague &&
    !isGeneric &&
    !/^(?:all|alle|every|any|each|no|jed\p{L}+|tou\p{L}+|tod\p{L}s|both|some|cada|aucune?|plusieurs|quelques)$/u.test(
      opening?.word ?? '',
    )
  const isName = phrase.slice(start + 1).some((token, at) => token.isCapital && start + 1 + at > 0)
  const isCounted =
    phrase.slice(start + 1).some(({ word }) => NUMBER.test(word)) && little.locating.has(first?.word ?? '')
  return !isDefinite && !isName && !isCounted
}

/** "to resign", "zu gehen", "de fermer", not "to Lydd" or "to the". */
function isInfinitive(particle: PhraseToken | undefined, next: PhraseToken | undefined): boolean {
  if (next === undefined || next.isCapital || next.isMark) return false
  if (particle?.word === 'to')
    return !/^(?:the|an?|its|their|his|her|this|that|these|those|all|both|\d.*)$/u.test(next.word)
  return (
    particle?.word === 'zu' ||
    (/^(?:de|d'|à|a|para|pour)$/u.test(particle?.word ?? '') && /(?:[aei]r|re)$/u.test(next.word))
  )
}

/** Where what comes after a phrase shows that the phrase has ended. */
function isClosed({ tokens, to, words, after, kinds, little, language }: Gap): boolean {
  const last = words.at(-1)
  if (last === undefined || kinds.isPreposition(last) || kinds.isDeterminer(last) || kinds.isJoining(last)) return false
  if (kinds.isAuxiliary(last) || kinds.isSubordinating(last) || kinds.isPronoun(last) || /'s?$/u.test(last.word))
    return false
  // "waits [for the mayor] to resign": who, would be another
  if (isInfinitive(after, tokens[to + 1])) return false
  if (isOpenEnd(after) || kinds.isSubordinating(after) || kinds.isAuxiliary(after)) return true
  // "the watchman [of the yard] of stealing" has two; "the son [of the mayor] of Tarn" another father
  if (little.genitives.has(after?.word ?? '')) return language === 'en' && /.ing$/u.test(tokens[to + 1]?.word ?? '')
  if (kinds.isPreposition(after) || kinds.isJoining(after) || kinds.isVerb(after)) return true
  if (after?.isCapital === false && kinds.isMoment(after)) return true
  // German nouns are capital, English names: a small word behind one begins something else; not in "the Norvik works".
  if (
    language === 'en' &&
    (/(?:[aei]an|ese|ish|ic)$/u.test(last.word) || kinds.isDeterminer(words.findLast(token => !token.isCapital)))
  )
    return false
  return (
    last.isCapital && after?.isCapital === false && kinds.isContent(after) && (language === 'de' || language === 'en')
  )
}

const opensClause = (token: PhraseToken, kinds: Kinds): boolean =>
  token.isMark || kinds.isJoining(token) || kinds.isSubordinating(token) || kinds.isPronoun(token)

/** A clause within would lose its verb to the words behind. */
const holdsClause = ({ words, kinds }: Gap): boolean =>
  words.some(token => opensClause(token, kinds) || kinds.isVerb(token))

/** A verb that no clause within the gap brings along may be that of the whole sentence. */
function losesVerb({ words, kinds }: Gap): boolean {
  const verb = words.findIndex(
    (token, at) => kinds.isVerb(token) && words[at + 1]?.word !== 'by' && !kinds.isDeterminer(words[at - 1]),
  )
  return verb >= 0 && !words.slice(0, verb).some(token => opensClause(token, kinds) || token.word === 'to')
}

/** "at least 70", "about 300": how many, not where. */
const isAmount = ([first, second, third]: readonly PhraseToken[]): boolean =>
  /^(?:least|most|mindestens|moins|plus|menos|más)$/u.test(second?.word ?? '') ||
  (/^(?:about|around|over|under|up|near|um|unter|über|bis|environ|près|sobre|около|до)$/u.test(first?.word ?? '') &&
    [second, third].some(token => /^\d/u.test(token?.word ?? '')))

/** "[after the match]", where "after" might have opened a clause. */
const isShortPhrase = ({ words, after, kinds }: Gap): boolean =>
  words.length < 4 && !kinds.isVerb(after) && !words.some(token => isLikeVerb(token, kinds))

/** Verbs whose "of" tells what is taken, told or charged. */
const DEPRIVES =
  /^(?:strip|rob|clear|depriv|convict|acquit|suspect|accus|inform|remind|warn|rid|relie|cheat|assur|consist|think|thought|dispos|approv|speak|spoke|die)\p{L}*$/u

/** "Bank [of Corvania]" is one name; "stripped Holm [of her medals]" goes with its verb. */
const isBoundGenitive = ({ tokens, from, before, language }: Gap): boolean =>
  language !== 'de' &&
  (before?.isCapital === true ||
    tokens.slice(Math.max(0, from - COMMAND_REACH), from).some(({ word }) => DEPRIVES.test(word)))

/** Who makes others do something is told together with what they do. */
const COMMANDS =
  /^(?:(?:caus|forc|order|ask|allow|urg|persuad|permit|compel|requir|expect|enabl|advis|instruct|warn|invit|encourag|press|oblig|accus)\p{L}*|wants?|helps?|told|got|let|forb[ia]d\p{L}*|led|leads|force|cause)$/u
const COMMAND_REACH = 10

const needsDeed = ({ tokens, from, before, kinds }: Gap): boolean =>
  kinds.isVerb(before) || tokens.slice(Math.max(0, from - COMMAND_REACH), from).some(({ word }) => COMMANDS.test(word))

/** "300 tonnes [per day]" */
const PERIOD = /^(?:jour|heure|an|mois|semaine|habitant|día|hora|año|mes|semana|tag|jahr|monat|stunde|kopf)$/u

const RELATIVE = /^(?:who|whom|whose|which|that|what|qui|dont|que|qu'|quien|quienes|cuyo|cuya)$/u
/** What they open is needed by what stands before, unless it is a clause or the end. */
const COMPLEMENT = /^(?:than|als|que|como|about|versus)$/u

/** "[in thick fog]", "[of Halden Works]", "[when the storm came]", "[to Strand]" */
function isPhrase(gap: Gap): boolean {
  const { words, before, after, kinds, little } = gap
  const [first, ...others] = words
  const opener = first?.word ?? ''
  if (before === undefined || (!kinds.isPreposition(first) && !kinds.isSubordinating(first))) return false
  if ([kinds.isPreposition, kinds.isDeterminer, kinds.isJoining, kinds.isAuxiliary].some(is => is(before))) return false
  // "workers [who refused]": not all of them.
  if (!isClosed(gap) || RELATIVE.test(opener)) return false
  const inner = { ...gap, words: others }
  if (little.genitives.has(opener) && isBoundGenitive(gap)) return false
  // German ends its clause with a part of its verb: "sprach den Händler [vom Vorwurf frei]".
  if (
    gap.language === 'de' &&
    isOpenEnd(after) &&
    /^\p{L}/u.test(words.at(-1)?.word ?? '') &&
    words.at(-1)?.isCapital === false
  )
    return false
  if (isAmount(words) || (kinds.isSubordinating(first) && !isOpenEnd(after) && !isShortPhrase(inner))) return false
  if (opener === 'per' || (/^(?:par|por|al|im|am|pro)$/u.test(opener) && PERIOD.test(others[0]?.word ?? '')))
    return false
  // "pidió [al director] que renunciara"
  if (/^(?:a|al|à|au|aux)$/u.test(opener) && /^qu[e']$/u.test(after?.word ?? '')) return false
  if (opener === 'as' && !others.some(token => kinds.isVerb(token) || isLikeVerb(token, kinds))) return false
  if (isInfinitive(first, others[0]) && needsDeed(gap)) return false
  if (!isOpenEnd(after) && (COMPLEMENT.test(opener) || isInfinitive(first, others[0]) || holdsClause(inner)))
    return false
  if (isOpenEnd(after) && !kinds.isSubordinating(first) && losesVerb(inner)) return false
  return !isWidening(gap) && !(little.genitives.has(opener) && isMeasure(before))
}

/** "half [of the harvest]" */
const isMeasure = (token: PhraseToken | undefined): boolean =>
  token !== undefined &&
  /^(?:half|part|third|quarter|most|some|many|\d+|hälfte|teil|drittel|moitié|partie|mitad|parte|tercio|plupart|mayoría)$/u.test(
    token.word,
  )

/** In English: a verb, or a word that may be one ("shows"). */
export const isLikeVerb = (token: PhraseToken, kinds: Kinds): boolean =>
  kinds.isVerb(token) || (!token.isCapital && /[^s']s$/u.test(token.word) && kinds.isContent(token))

const CLOSES: ReadonlyMap<string, RegExp> = new Map([
  [',', /^,$/u],
  ['(', /^\)$/u],
  ['–', /^[–—]$/u],
  ['—', /^[–—]$/u],
  ['--', /^--$/u],
  [';', /^;$/u],
  [':', /^;$/u],
])

/** From a mark to a mark or the end: "the dam[, built in 1961,] needs". */
function isAside(gap: Gap): boolean {
  const { tokens, words, after, to, from, kinds, language } = gap
  const closing = CLOSES.get(words[0]?.word ?? '')
  if (closing === undefined) return false
  if (to < tokens.length) {
    const closes = words.length > 1 && closing.test(words.at(-1)?.word ?? '')
    const inner = closes ? words.slice(1, -1) : words.slice(1)
    if (!closes && !closing.test(after?.word ?? '')) return false
    // After "On Saturday, [he came,]" there is no other clause.
    if (kinds.isPronoun(inner[0]) && !kinds.isSubordinating(inner[0])) return false
    if (kinds.isPreposition(tokens[0]) && !tokens.slice(0, from).some(({ isMark }) => isMark)) return false
    // A finite verb that nothing leads in is the sentence's own: "Lunde, 37, [is sought,] police say".
    const finite = inner.findIndex(token => kinds.isAuxiliary(token))
    if (finite >= 0 && !inner.slice(0, finite).some(token => kinds.isSubordinating(token) || kinds.isJoining(token)))
      return false
    const hasParts = inner.some(({ isMark }) => isMark)
    return !(hasParts && inner.some(token => kinds.isVerb(token))) && (language !== 'de' || !isWidening(gap))
  }
  // What is left must be the whole statement, not only who it is about.
  const head = tokens.slice(0, from)
  const begin = head.findIndex(token => token.isMark)
  const isLed = kinds.isPreposition(head[0]) || kinds.isSubordinating(head[0]) || /ing$/u.test(head[0]?.word ?? '')
  if (isLed) return begin > 0 && head.slice(begin).some(token => kinds.isVerb(token) || language !== 'en')
  const clause = begin < 0 ? head : head.slice(0, begin)
  return language === 'en' ? clause.some((token, at) => at > 0 && isLikeVerb(token, kinds)) : clause.length > 3
}

/** "the council [met on Monday and] will vote": two deeds of one doer. */
function isFirstDeed({ words, before, after, kinds, language }: Gap): boolean {
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
function isLastPart({ tokens, words, from, after, kinds, language }: Gap): boolean {
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
function isOpening({ words, before, after, kinds }: Gap): boolean {
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

/** "coins [that were] found" */
const isReduced = ({ words, after, kinds }: Gap): boolean =>
  words.length === 2 &&
  kinds.isSubordinating(words[0]) &&
  kinds.isAuxiliary(words[1]) &&
  kinds.isVerb(after) &&
  !kinds.isAuxiliary(after)

/** "sold to [the investor] Harle Bank": what somebody is, before the name. */
const isRole = ({ words, before, after, kinds, little }: Gap): boolean =>
  before !== undefined &&
  after?.isCapital === true &&
  !kinds.isMoment(after) &&
  words.length > 1 &&
  words.length < 5 &&
  kinds.isDeterminer(words[0]) &&
  !kinds.isSubordinating(words[0]) &&
  words
    .slice(1)
    .every(
      token =>
        kinds.isContent(token) &&
        !token.isCapital &&
        !kinds.isVerb(token) &&
        !little.telling.test(token.word) &&
        !token.word.includes("'"),
    )

/** "a 19-year-old [man] from Tarn" */
const isAged = ({ words, before, after, kinds }: Gap): boolean =>
  words.length === 1 && before?.word === 'year-old' && kinds.isContent(words[0]) && kinds.isPreposition(after)

/** Adverbs that say how, not whether. */
const isManner = ({ words, before, kinds, little }: Gap): boolean => {
  const [only, more] = words
  return (
    more === undefined &&
    only !== undefined &&
    kinds.isContent(before) &&
    /^(?:.{3,}ly|also|then|later)$/u.test(only.word) &&
    !little.telling.test(only.word)
  )
}

/**
 * True when a sentence may lose some of its words and still say the same, only less: a whole phrase or clause that says
 * where, when or how; adjectives before a noun. Never what a verb does something to, a preposition whose noun stays, a
 * part of a name, a word that makes its noun another ("former", "second"), nor what narrows down whom a sentence is about.
 * @param from place of the first word that is left out, -1 < from
 * @param to place of the next word that stays, or the number of tokens
 */
export function mayLeaveOut(told: Told, from: number, to: number): boolean {
  const { tokens } = told
  const words = tokens.slice(from, to)
  if (words.every(({ isMark }) => isMark)) return true
  const gap: Gap = { ...told, from, to, words, before: tokens[from - 1], after: tokens[to] }
  if (isAside(gap) || isOpening(gap)) return true
  // A mark at the end belongs to neither side.
  const trailing = words.toReversed().findIndex(token => !token.isMark || isQuoteMark(token))
  const end = to - trailing
  const bare: Gap = { ...gap, to: end, words: tokens.slice(from, end), after: tokens[end] }
  return [
    isMomentOnly,
    isPremodifier,
    isHalfPair,
    isPhrase,
    isFirstDeed,
    isLastPart,
    isReduced,
    isManner,
    isRole,
    isAged,
  ].some(rule => rule(bare))
}
