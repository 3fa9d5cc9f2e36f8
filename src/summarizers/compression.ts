import { hasBalancedQuotes } from '../text/quotes.ts'
import { wordsIn } from './candidates.ts'
import { NEGATES, SAYS } from './cues.ts'
import { HEDGES, PROVISOS, TURNS } from './reservations.ts'

/** Fewer words do not make a sentence: then it stays whole. */
const FEWEST_WORDS = 6
/** Longer sentences lose their relative clauses too. */
const WORDY = 28

const LEADING: readonly RegExp[] = [
  /^(?:But|And|Yet)\s+(?!for\b|yet\b|so\b|also\b|then\b|even\b|not\b)(?=["“]?\p{L})/u,
  /^(?:However|Meanwhile|Also|Still|In addition|Moreover|Furthermore|Instead|Indeed|Then|Now|Of course|In fact|For example|For instance|On the other hand|At the same time|Nevertheless|Nonetheless|Additionally|Finally|As a result|Therefore|Besides|First|Second|Third|Secondly),\s+(?=["“]?\p{L})/u,
  /^(?:Mais|Or,|Et|Cependant,|Toutefois,|Pourtant,|En outre,|Par ailleurs,|En revanche,|En effet,|De plus,|Enfin,|Ainsi,)\s+(?=\p{L})/u,
  /^(?:Sin embargo|No obstante|Además|Asimismo|Por otra parte|Por otro lado|Mientras tanto|Por último|En cambio),\s+(?=\p{L})/u,
  /^Pero\s+(?=(?:el|la|los|las|un|una)\s)/u,
  /^(?:Aber|Doch|Denn|Und)\s+(?=(?:der|die|das|ein|eine|er|sie|es)\s)/u,
  /^(?:Но|Однако|При этом|Кроме того,|Тем временем|Между тем|А)\s+(?=\p{L})/u,
]
const INNER: readonly RegExp[] = [
  /,\s(?:however|meanwhile|therefore|moreover|furthermore|in turn|of course|for example|for instance|by contrast|for his part|for her part),(?=\s)/gu,
  /,\s(?:cependant|toutefois|en effet|en outre|par ailleurs|en revanche|de son côté|sin embargo|no obstante|por su parte),(?=\s)/gu,
  /\s(?:thus(?!\s(?:far|called|named|much)\b)|toutefois|cependant|jedoch|allerdings|zudem)(?=\s\p{Ll})/gu,
]
const BRACKETS = /\s*\([^()]{0,80}\)/gu
const DASHED = /\s(?:--|—|–)\s[^—–"“”]{3,60}?\s(?:--|—|–)(?=\s)/gu
const RELATIVE = ',\\s(?:who|which|whose|where|qui|dont|où)\\s[^,.;:“”"()]{5,90}'
/** Between the subject and its verb: both commas go. */
const RELATIVE_BEFORE_VERB = new RegExp(
  `${RELATIVE},(?=\\s(?:is|was|are|were|has|have|had|will|would|could|can|may|might|must|should|said|says|told|did|does|est|était|sont|ont|avait|sera)\\s)`,
  'gu',
)
/** Before a speaker: the second comma stays. */
const RELATIVE_BEFORE_SPEAKER = new RegExp(
  `${RELATIVE}(?=,\\s(?:according to\\s[^,]{3,80}|said\\s[^,]{3,80}|[^,]{3,80}\\s(?:said|says|reported|announced)(?:\\s[^,]{0,40})?)\\.$)`,
  'gu',
)
const RELATIVE_AT_END = new RegExp(`${RELATIVE}(?=\\.$)`, 'u')
const EXPLAINS_NAME = /^\s*\(\p{Lu}{2,}s?\)$/u

/** Words without which the rest would say something else. */
const RESERVATIONS: readonly RegExp[] = [NEGATES, TURNS, PROVISOS]

/** A part may go when it holds no negation, no proviso, no speaker and no quotation. */
const mayGo = (part: string): boolean =>
  !RESERVATIONS.some(words => words.test(part)) && !SAYS.test(part) && !/["“”]/u.test(part)
/** A figure that is not a year is more than background. */
const HOLDS_FIGURE = /(?<![\d.,])(?!(?:1[89]|20)\d\d(?![\d.,]\d|\d))\d/u
const unlessNeeded = (part: string): string => (mayGo(part) ? '' : part)

/** "(probably)" is said of what stands around it, "who are believed to be brothers" is not. */
const unlessDoubting = (part: string): string => (HEDGES.test(part) ? part : unlessNeeded(part))

/** An aside with names or figures may be the news itself. */
const unlessTelling = (part: string): string => (/[\p{Lu}\d]/u.test(part) ? part : unlessDoubting(part))

/** Edits what stands outside quotations: nothing is cut out of those. */
function outsideQuotes(text: string, edit: (part: string) => string): string {
  return text
    .split(/(“[^”]*”|"[^"]*")/u)
    .map((part, index) => (index % 2 === 0 ? edit(part) : part))
    .join('')
}

const withoutBrackets = (text: string): string =>
  text.replace(BRACKETS, bracket => (EXPLAINS_NAME.test(bracket) ? '' : unlessDoubting(bracket)))

const withoutAsides = (text: string): string =>
  INNER.reduce((result, pattern) => result.replace(pattern, ''), withoutBrackets(text).replace(DASHED, unlessTelling))

const withoutRelatives = (text: string): string =>
  [RELATIVE_BEFORE_VERB, RELATIVE_BEFORE_SPEAKER]
    .reduce((result, pattern) => result.replace(pattern, unlessNeeded), text)
    .replace(RELATIVE_AT_END, part => (HOLDS_FIGURE.test(part) ? part : unlessNeeded(part)))

function shortened(text: string): string {
  const plain = outsideQuotes(text, withoutAsides)
  return wordsIn(plain).length > WORDY ? outsideQuotes(plain, withoutRelatives) : plain
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,.;])/gu, '$1')
    .trim()

/** "iPhone" keeps its small letter. */
const capitalised = (text: string): string =>
  text.replace(/^(["“]?)(\p{Ll})(?!\p{Lu})/u, (_, quote: string, letter: string) => quote + letter.toUpperCase())

/**
 * A shorter form of a sentence, by deletion only: the connective at its beginning, brackets, asides between dashes and,
 * in long sentences, relative clauses. Never a negation, a proviso, a speaker or a part of a quotation; no word is added or moved.
 * @param clean a sentence as ArticleSentence.clean has it
 */
export function compress(clean: string): string {
  const start = LEADING.reduce((text, pattern) => text.replace(pattern, ''), clean)
  const short = capitalised(tidy(shortened(start)))
  const isSound = wordsIn(short).length >= FEWEST_WORDS && hasBalancedQuotes(short)
  return isSound ? short : capitalised(clean)
}
