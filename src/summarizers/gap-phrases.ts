import { type Gap, isLikeVerb, isOpenEnd } from './gap.ts'
import { isClosed, isInfinitive } from './gap-ends.ts'
import { isWidening } from './gap-widening.ts'
import type { Kinds, PhraseToken } from './phrase-tokens.ts'

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

/** Words before a gap among which the verb stands that needs it. */
const VERB_REACH = 10

/** Verbs whose "of" tells what is taken, told or charged. */
const DEPRIVES =
  /^(?:strip|rob|clear|depriv|convict|acquit|suspect|accus|inform|remind|warn|rid|relie|cheat|assur|consist|think|thought|dispos|approv|speak|spoke|die)\p{L}*$/u

/** "Bank [of Corvania]" is one name; "stripped Holm [of her medals]" goes with its verb. */
const isBoundGenitive = ({ tokens, from, before, after, little, language }: Gap): boolean =>
  language !== 'de' &&
  // "accused the guard [of the yard] of theft" still has its own
  !little.genitives.has(after?.word ?? '') &&
  (before?.isCapital === true ||
    tokens.slice(Math.max(0, from - VERB_REACH), from).some(({ word }) => DEPRIVES.test(word)))

/** Who makes others do something is told together with what they do. */
const COMMANDS =
  /^(?:(?:caus|forc|order|ask|allow|urg|persuad|permit|compel|requir|expect|enabl|advis|instruct|warn|invit|encourag|press|oblig|accus)\p{L}*|wants?|helps?|told|got|let|forb[ia]d\p{L}*|led|leads|force|cause)$/u

const needsDeed = ({ tokens, from, before, kinds }: Gap): boolean =>
  kinds.isVerb(before) || tokens.slice(Math.max(0, from - VERB_REACH), from).some(({ word }) => COMMANDS.test(word))

/** "300 tonnes [per day]" */
const PERIOD = /^(?:jour|heure|an|mois|semaine|habitant|día|hora|año|mes|semana|tag|jahr|monat|stunde|kopf)$/u

const RELATIVE = /^(?:who|whom|whose|which|that|what|qui|dont|que|qu'|quien|quienes|cuyo|cuya)$/u
/** What they open is needed by what stands before, unless it is a clause or the end. */
const COMPLEMENT = /^(?:than|als|que|como|about|versus)$/u

/** "half [of the harvest]" */
const isMeasure = (token: PhraseToken | undefined): boolean =>
  token !== undefined &&
  /^(?:half|part|third|quarter|most|some|many|\d+|hälfte|teil|drittel|moitié|partie|mitad|parte|tercio|plupart|mayoría)$/u.test(
    token.word,
  )

/** "300 tonnes [per day]" */
const isRate = ([first, second]: readonly PhraseToken[]): boolean =>
  first?.word === 'per' || (/^(?:par|por|al|im|am|pro)$/u.test(first?.word ?? '') && PERIOD.test(second?.word ?? ''))

/** German ends its clause with a part of its verb: "sprach den Händler [vom Vorwurf frei]". */
const endsOnVerb = ({ words, after, language }: Gap): boolean =>
  language === 'de' && isOpenEnd(after) && /^\p{L}/u.test(words.at(-1)?.word ?? '') && words.at(-1)?.isCapital === false

/** What its first word opens belongs to what stands before. */
function isBound(gap: Gap): boolean {
  const { words, before, after, kinds, little } = gap
  const [first, ...others] = words
  const opener = first?.word ?? ''
  if (little.genitives.has(opener) && (isBoundGenitive(gap) || isMeasure(before))) return true
  // "pidió [al director] que renunciara"
  if (/^(?:a|al|à|au|aux)$/u.test(opener) && /^qu[e']$/u.test(after?.word ?? '')) return true
  if (opener === 'as' && !others.some(token => isLikeVerb(token, kinds))) return true
  return isAmount(words) || isRate(words) || (isInfinitive(first, others[0]) && needsDeed(gap))
}

/** The words behind the gap would be read with those within, or a verb of theirs is lost. */
function breaksClause(gap: Gap): boolean {
  const { words, after, kinds } = gap
  const [first, ...others] = words
  const inner = { ...gap, words: others }
  if (isOpenEnd(after)) return !kinds.isSubordinating(first) && losesVerb(inner)
  if (kinds.isSubordinating(first) && !isShortPhrase(inner)) return true
  return COMPLEMENT.test(first?.word ?? '') || isInfinitive(first, others[0]) || holdsClause(inner)
}

/** "[in thick fog]", "[of Halden Works]", "[when the storm came]", "[to Strand]" */
export function isPhrase(gap: Gap): boolean {
  const { words, before, kinds } = gap
  const [first] = words
  if (before === undefined || (!kinds.isPreposition(first) && !kinds.isSubordinating(first))) return false
  if ([kinds.isPreposition, kinds.isDeterminer, kinds.isJoining, kinds.isAuxiliary].some(is => is(before))) return false
  // "workers [who refused]": not all of them.
  if (RELATIVE.test(first?.word ?? '') || !isClosed(gap) || endsOnVerb(gap)) return false
  return !isBound(gap) && !breaksClause(gap) && !isWidening(gap)
}
