import { type Gap, isLikeVerb } from './gap.ts'

const NUMBER =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)$/u

/** Behind one of these, what is said would be said of everything of that kind. */
const UNIVERSAL =
  /^(?:all|alle|every|any|each|no|jed\p{L}+|tou\p{L}+|tod\p{L}s|both|some|cada|aucune?|plusieurs|quelques)$/u
/** Said of all that happened, never of a noun alone. */
const ADVERBIAL =
  /^(?:because|despite|although|though|while|when|since|due|amid|wegen|trotz|weil|während|obwohl|malgré|parce|lorsque|debido|porque|aunque)$/u
const INDEFINITE = /^(?:an?|ein\p{L}*|une?|una)$/u

const isNamed = ({ words, kinds }: Gap): boolean => words.some(token => token.isCapital || kinds.isMoment(token))

/** "[in Skarn]", "[on Monday]" */
const isPlace = ({ words, kinds, little, language }: Gap): boolean =>
  little.locating.has(words[0]?.word ?? '') &&
  words.some((token, at) => at > 0 && (kinds.isMoment(token) || (token.isCapital && (language !== 'de' || at === 1))))

/** No verb stands before: what the gap narrows down is what the sentence is about. */
const isOfSubject = ({ tokens, from, kinds, language }: Gap): boolean =>
  !tokens
    .slice(0, from - 1)
    .some((token, at) => at > 0 && (language === 'en' ? isLikeVerb(token, kinds) : kinds.isVerb(token)))

/** Where the phrase of the noun before the gap begins; -1 for the beginning of the sentence. */
function phraseStart({ tokens, from, kinds, language }: Gap): number {
  const phrase = tokens.slice(0, from - 1)
  return phrase.findLastIndex(
    (token, at) =>
      [kinds.isDeterminer, kinds.isVerb, kinds.isJoining].some(is => is(token)) ||
      token.isMark ||
      (language === 'de' && (token.isCapital || kinds.isPreposition(token))) ||
      // "The city [bans] ads", not "the sales figures"
      (language === 'en' && isLikeVerb(token, kinds) && !kinds.isDeterminer(phrase[at - 1])),
  )
}

/** "the ban", not "a ban"; "a train [to Lydd]" is told well enough without. */
function isDefinite(gap: Gap, start: number): boolean {
  const { tokens, words, kinds, little, language } = gap
  const opening = tokens[start]
  if (!kinds.isDeterminer(opening) || UNIVERSAL.test(opening?.word ?? '')) return false
  if (INDEFINITE.test(opening?.word ?? '')) return language !== 'de' && isNamed(gap)
  // "la publicité [pour le tabac]": the article does not tell whether all of it is meant.
  const isLocated = [words[0], tokens[start - 1]].some(token => little.locating.has(token?.word ?? ''))
  return !/^(?:fr|es)$/u.test(language) || isNamed(gap) || isLocated
}

/** True for "Homes [in Lydd]", "ships [with sails]": what is said of some would be said of all. */
export function isWidening(gap: Gap): boolean {
  const { tokens, from, words, kinds, little, language } = gap
  const noun = tokens[from - 1]
  if (noun === undefined || !kinds.isContent(noun) || kinds.isVerb(noun) || kinds.isMoment(noun)) return false
  if ((noun.isCapital && from > 1 && language !== 'de') || /^\d|ly$/u.test(noun.word)) return false
  if (ADVERBIAL.test(words[0]?.word ?? '') || (isPlace(gap) && !isOfSubject(gap))) return false
  const start = phraseStart(gap)
  const phrase = tokens.slice(start + 1, from - 1)
  const holdsName = phrase.some((token, at) => token.isCapital && start + 1 + at > 0)
  const isCounted = phrase.some(({ word }) => NUMBER.test(word)) && !little.genitives.has(words[0]?.word ?? '')
  return !isDefinite(gap, start) && !holdsName && !isCounted
}
