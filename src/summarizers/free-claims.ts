import { numbersIn } from '../text/numbers.ts'
import { normalizeQuotes, quotedWords } from '../text/quotes.ts'
import { analyse } from '../text/terms.ts'
import { SAYS } from './cues.ts'
import { AGENTS, CONTRASTS, HEDGES, PROVISOS, SHARES, TURNS, words } from './reservations.ts'

/** In scripts without blanks. */
const TURNS_UNSPACED = /[不没沒无無未非]|ない|ません|なかった/u

/** What is to come; "to" is enough where space is short ("to cut 340 jobs"). */
const TO_COME = words('will|shall|is to|are to|was to|were to|going to|due to|wird|werden|будет|будут|буде|будуть')
const TO_COME_TOLD = words('will|shall|to|would|wird|werden|будет|будут|буде|будуть')

/** Words that say that something is not exactly so much, before a number that is a word. */
const ROUGHLY = words(
  'about|nearly|almost|around|at least|at most|more than|less than|fewer than|up to|approximately|roughly|over|under',
)

/** Words before a figure that say how it is meant. */
const BEFORE_FIGURE = new Set(
  (
    'to by from than least most about around nearly almost over under above below up until till before after since some only roughly ' +
    'approximately exactly minus another further auf um von als mindestens höchstens etwa rund fast über unter bis vor nach seit nur ' +
    'knapp gut weitere à de moins plus environ près presque sous avant après depuis seulement más menos casi unos unas hasta antes ' +
    'después desde solo circa quasi oltre fino prima dopo до на от более менее около почти свыше после с только не'
  ).split(' '),
)
/** What follows a figure and makes it another one. */
const AFTER_FIGURE =
  /^[\s\u00a0-]?(%|‰|°|per ?cent|percent|prozent|pour cent|por ciento|per cento|процент|проц|hundred|thousand|million|billion|trillion|bn|mn|tsd|tausend|mio|millionen|mrd|milliarden|mille|millions|milliards|millones|miles|milioni|miliardi|тыс|млн|млрд|миллион|миллиард|points?|punkte|dozen)/iu
const FIGURE = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,'’]\d+)*/gu
/** "300 of the 9,000 families": the greater figure is only what the other is a part of. */
const WHOLE_BEFORE = /(?<!\p{L})(?:of|von|sur|de|из) (?:the|its|their|his|her|those|these|den|les|los|las) [$£€¥₽₴]?$/iu
const MONEY_BEFORE = /([$£€¥₽₴])\s?$/u
const WORD_BEFORE = /([\p{L}-]+)["“«(]?\s+[$£€¥₽₴]?$/u

/** Each figure with what stands around it and belongs to it: "least 14", "$58 million". */
function figuresOf(text: string): readonly string[] {
  return Array.from(text.matchAll(FIGURE), match => {
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const word = WORD_BEFORE.exec(before)?.[1]?.toLowerCase() ?? ''
    const whole = WHOLE_BEFORE.test(before) ? 'of' : ''
    const money = MONEY_BEFORE.exec(before)?.[1] ?? ''
    const after = AFTER_FIGURE.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 20))
    const unit = (after?.[1] ?? '').toLowerCase().replace(/^per ?cent$/u, '%')
    return [whole, BEFORE_FIGURE.has(word) ? word : '', money, numbersIn(match[0]).join(' '), unit].join(' ')
  })
}

/** The words of a quotation without the comma or point that its place in the sentence gave it. */
const bareQuote = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[.,;!?]+$/u, '')

/** Quotations must be in quotation marks there as well, word by word. */
function misquotes(text: string, evidence: string): boolean {
  const marks = normalizeQuotes(text).match(/[“”"]/gu)?.length ?? 0
  const made = quotedWords(text).map(bareQuote)
  const known = quotedWords(evidence).map(bareQuote)
  return marks % 2 !== 0 || made.some(quote => !known.some(whole => whole.includes(quote)))
}

/** Characters on either side of a word of saying in which the speaker is named. */
const SPEAKER_REACH = 80
/** Forms that are said of many, too: "police say". */
const SAY = words(
  'say|argue|insist|alleges?|suggests?|contends?|maintains?|sagen|behaupte[nt]|disent|affirment|dicen|afirman|говорят|заявляют|считают',
)
const SAYS_ALL = new RegExp(`${SAYS.source}|${SAY.source}`, 'giu')
/** The speaker stands behind. */
const SPEAKER_FOLLOWS = /^(?:according to|laut|nach angaben|selon|d['’]après|según|по словам|по данным)$/iu
/** A longer clause at the end is no attribution. */
const ATTRIBUTION_STEMS = 10

/** The text up to, or from, the nearest mark that ends a clause: the speaker stands in it. */
const clauseBefore = (text: string): string => /[^,;:.“”"]*$/u.exec(text.slice(-SPEAKER_REACH))?.[0] ?? ''
const clauseAfter = (text: string): string => /^[^,;:.“”"]*/u.exec(text.slice(0, SPEAKER_REACH))?.[0] ?? ''

/** For each word of saying, the stems that may name the speaker, nearest first. */
function speakersOf(text: string, language: string | undefined): readonly (readonly string[])[] {
  return Array.from(text.matchAll(SAYS_ALL), match => {
    const before = text.slice(0, match.index)
    const clause = clauseBefore(before)
    const behind = analyse(clauseAfter(text.slice(match.index + match[0].length)), language)
    if (SPEAKER_FOLLOWS.test(match[0]) || clause.trim() === '') return behind
    const near = analyse(clause, language).toReversed()
    // "He said": whom that means stands in the sentence before.
    return near.length > 0 ? near : analyse(before, language).toReversed()
  })
}

/** The clause at the end that says whose statement the sentence is. */
function lastAttribution(evidence: string, language: string | undefined): readonly string[] {
  const clause =
    evidence
      .split(/[,”"]\s/u)
      .slice(1)
      .at(-1) ?? ''
  const stems = SAYS.test(clause) || SAY.test(clause) ? analyse(clause, language) : []
  return stems.length > ATTRIBUTION_STEMS ? [] : stems
}

/** Speech stays speech, nobody is given words that are not said to be theirs, and the speaker is named. */
function losesSpeaker(text: string, evidence: string, language: string | undefined): boolean {
  const told = speakersOf(evidence, language)
  const made = speakersOf(text, language)
  if (told.length === 0 || made.length === 0) return told.length !== made.length
  const speakers = new Set(told.flat())
  if (made.some(([nearest]) => nearest !== undefined && !speakers.has(nearest))) return true
  const attribution = lastAttribution(evidence, language)
  const stems = new Set(analyse(text, language))
  return attribution.length > 0 && !attribution.some(stem => stems.has(stem))
}

/** What words such as "not" or "may" stand before: of each, the stems up to the end of the clause (at its end, those before). */
function reachOf(pattern: RegExp, text: string, language: string | undefined): readonly (readonly string[])[] {
  return Array.from(text.matchAll(new RegExp(pattern.source, 'giu')), match => {
    const behind = analyse(clauseAfter(text.slice(match.index + match[0].length)), language)
    return behind.length > 0 ? behind : analyse(text.slice(0, match.index), language).toReversed()
  })
}

/** Stems right behind a word that it surely is about. */
const BOUND = 2
/** Stems behind a word among which that which it is about may be, when words between were left out. */
const REACH = 4

/** True when such a word is gone from, or was added before, something that is in the bullet. */
function isTurned(
  pattern: RegExp,
  text: string,
  evidence: string,
  language: string | undefined,
  bound = BOUND,
): boolean {
  const told = reachOf(pattern, evidence, language)
  const made = reachOf(pattern, text, language)
  const toldReach = new Set(told.flatMap(reach => reach.slice(0, REACH)))
  if (made.some(([nearest]) => nearest !== undefined && !toldReach.has(nearest))) return true
  const stems = new Set(analyse(text, language))
  // What is left out between the two brings them closer together, never further apart.
  return told.some(reach =>
    reach
      .slice(0, bound)
      .some((stem, place) => stems.has(stem) && !made.some(other => other.slice(0, place + 1).includes(stem))),
  )
}

/** "Killed in the attack, and the attacker was shot by police": what is done by somebody stands right before it. */
function movesAgent(text: string, evidence: string, language: string | undefined): boolean {
  const deedsOf = (part: string): readonly string[] =>
    Array.from(part.matchAll(new RegExp(AGENTS.source, 'giu')), ({ 0: by, index }) => {
      const [agent = ''] = analyse(clauseAfter(part.slice(index + by.length)), language)
      return `${analyse(part.slice(0, index), language).at(-1) ?? ''} ${agent}`
    })
  const told = new Set(deedsOf(evidence))
  return deedsOf(text).some(deed => !told.has(deed))
}

export type ClaimReason = 'figure' | 'quote' | 'negation' | 'certainty' | 'limit' | 'roles' | 'attribution'

/**
 * What a bullet in free wording claims otherwise than its source: a figure meant differently ("at least 14" is not
 * "14"), a quotation that is none, a negation, a doubt or a limit gone or added, doer
 * and done-to in each other's place, a statement without its speaker or with another.
 * @param language two-letter code, when known
 * @returns undefined when nothing is
 */
export function claimReason(text: string, evidence: string, language: string | undefined): ClaimReason | undefined {
  const figures = new Set(figuresOf(evidence))
  if (figuresOf(text).some(figure => !figures.has(figure))) return 'figure'
  if (misquotes(text, evidence)) return 'quote'
  const turns = (part: string): boolean => TURNS.test(part) || TURNS_UNSPACED.test(part)
  if (turns(text) !== turns(evidence) || isTurned(TURNS, text, evidence, language)) return 'negation'
  if (HEDGES.test(text) !== HEDGES.test(evidence) || isTurned(HEDGES, text, evidence, language)) return 'certainty'
  if (isTurned(ROUGHLY, text, evidence, language, 1)) return 'certainty'
  if (TO_COME.test(evidence) && !TO_COME_TOLD.test(text)) return 'certainty'
  if (TO_COME.test(text) && !TO_COME.test(evidence) && !HEDGES.test(evidence)) return 'certainty'
  if ([SHARES, PROVISOS, CONTRASTS].some(limits => isTurned(limits, text, evidence, language))) return 'limit'
  // "was sued by its workers" is not "sued its workers".
  if (isTurned(AGENTS, text, evidence, language, 1) || movesAgent(text, evidence, language)) return 'roles'
  return losesSpeaker(text, evidence, language) ? 'attribution' : undefined
}
