import { datesNamed, isoDay, monthsNamed, weekdaysNamed } from './day-names.ts'
import type { Quantity } from './quantities.ts'

/** Whether a number is told as a fact, as what will or may be, as a guess, or as what someone asks for. */
export type Mode = 'fact' | 'forecast' | 'estimate' | 'wish'

/** What a sentence says about one of its numbers besides what it counts. */
export interface Circumstances {
  readonly mode: Mode
  /** About another event, or no longer held: "a similar blast", "initially", "years ago". */
  readonly isOutdated: boolean
  /** Said to be so only to be denied: "the army denied that 40 soldiers". */
  readonly isContested: boolean
  /** What is left of a number: "still missing". */
  readonly isRest: boolean
  /** "in Palma Nera alone". */
  readonly isAlone: boolean
  readonly severity: 'serious' | 'slight' | ''
  readonly direction: 'up' | 'down' | ''
  /** "a year", "per day"; empty for none. */
  readonly rate: string
  /** Years, months and stretches that are named: "2019", "last month". */
  readonly periods: ReadonlySet<string>
  /** Months, quarters and halves of a year that are named in the clause. */
  readonly spans: ReadonlySet<string>
  /** Days that are named, as ISO dates: "Monday", "yesterday", "5 June". */
  readonly days: ReadonlySet<string>
  /** Lower-cased names behind a preposition of place, word by word. */
  readonly places: ReadonlySet<string>
  /** The clause that the number stands in, and where in it the number begins. */
  readonly clause: string
  readonly numberAt: number
}

const anyOf = (words: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${words})(?!\\p{L})`, 'iu')

const FORECAST = anyOf(
  'could|might|would|should|expect(?:s|ed)?|forecasts?|predict\\p{L}*|fear(?:s|ed)?|likely|threat\\p{L}*|risks?|if|plans?|planned|will|shall|promis\\p{L}*|wants?|targets?|aims?|hop(?:e|es|ed)|is to|are to|to be|könnten?|würden?|sollen|soll|sollten|erwartet|befürcht\\p{L}*|droh\\p{L}*|pourrai\\p{L}*|devrai\\p{L}*|crai\\p{L}*|podrían?|debería|prevé\\p{L}*|temen?|может|могут|ожида\\p{L}*|опаса\\p{L}*|будет|будут',
)
/** The month is capitalised. */
const MAY = /(?<!\p{L})may(?!\p{L})/u
const WISH = anyOf(
  'demand\\p{L}*|ask(?:s|ed|ing)? for|call(?:s|ed|ing)? for|sought|seeks?|seeking|offer(?:s|ed|ing)?|propos\\p{L}*|request\\p{L}*|fordert\\p{L}*|verlang\\p{L}*|réclam\\p{L}*|exig\\p{L}*|pid(?:e|en|ió|ieron)|требу\\p{L}*',
)
const ESTIMATE = anyOf('estimat\\p{L}*|believed|thought|schätz\\p{L}*|estim(?:e|ent|é|a|an|ó)|по оценк\\p{L}*')
const OUTDATED = anyOf(
  "similar|previous|previously|earlier|initial|initially|originally|at first|first (?:reported|said|put|spoke|spoken)|formerly|ago|anniversary|revised|corrected|früher\\p{L}*|zuvor|zunächst|damals|vor \\p{L}+ (?:jahren|monaten)|précéd\\p{L}*|initialement|d[’']abord|il y a|anterior\\p{L}*|inicialmente|hace|ранее|прежд\\p{L}*|первоначально|назад|аналогичн\\p{L}*",
)
const CONTESTED = anyOf(
  'den(?:y|ies|ied|ying)|dismiss\\p{L}*|reject\\p{L}*|rumou?rs?|social media|unconfirmed|unverified|false(?:ly)?|untrue|bestreite\\p{L}*|bestritt\\p{L}*|dementier\\p{L}*|gerüchte?|dément\\p{L}*|rumeurs?|neg(?:ó|aron)|nieg\\p{L}*|desm[ie]nt\\p{L}*|rumor\\p{L}*|опроверг\\p{L}*|отриц\\p{L}*|слух\\p{L}*',
)
const REST = anyOf('still|remain(?:s|ed|ing)?|weiterhin|noch|toujours|encore|aún|todavía|по-прежнему|вс[её] ещ[её]')
const ALONE = anyOf('alone|allein|à (?:lui|elle) seule?|solo|только|each|apiece|jeweils|chacun')
const SERIOUS = anyOf(
  'seriously|critically|severely|gravely|badly|critical|serious|schwer|schwerverletzt\\p{L}*|lebensgefährlich|grièvement|gravement|graves?|gravemente|тяж[её]л\\p{L}*',
)
const SLIGHT = anyOf('slightly|lightly|minor|leicht|leichtverletzt\\p{L}*|légèrement|légers|levemente|leves|легко')
const UP = anyOf(
  'ris(?:e|es|en|ing)|rose|increas\\p{L}*|gain\\p{L}*|grew|grow\\p{L}*|climb\\p{L}*|jump\\p{L}*|more|higher|up|surg\\p{L}*|dearer',
)
const DOWN = anyOf(
  'fall|falls|fell|fallen|falling|drop\\p{L}*|declin\\p{L}*|cut|cuts|lost|loses?|lower|less|slump\\p{L}*|down|shrank|shrink\\p{L}*|cheaper|slid|slides?',
)
const PERIOD =
  /(?<!\p{L})(?:(?:last|past|this|previous|next|same|letzte[nrs]?|vergangene[nrs]?|dieses|diesen|dernier|dernière|passé|último|pasado|este|прошл\p{L}+|эт\p{L}+) (?:year|month|week|decade|summer|winter|spring|autumn|jahr|monat|woche|mois|semaine|an|año|mes|semana|год\p{L}?|месяц\p{L}?|недел\p{L}?)|(?:le mois|l[’']an|la semaine|el año|el mes) (?:dernier|dernière|passé|pasado))(?!\p{L})/giu
const PART_OF_YEAR =
  /(?<!\p{L})(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:quarter|half)|(?:half|full)[- ]year|(?:erste|zweite|dritte|vierte)[nrs]? (?:quartal|halbjahr)|(?:premier|deuxième|second|troisième|quatrième) (?:trimestre|semestre)|(?:primer|segundo|tercer|cuarto) (?:trimestre|semestre)|(?:перв|втор|треть|четв[её]рт)\p{L}+ (?:квартал|полугоди)\p{L}*)(?!\p{L})/giu
const YEAR = /(?<![\d.,$€£])(?:1[89]|20)\d\d(?![\d.,]\d|\p{L})/gu
const RATE =
  /^[\s,]*(?:\p{L}+ )?(?:(?:an?|per|each|every|pro|par|por|al|в) (year|month|week|day|hour|minute|second|night|jahr|monat|woche|tag|stunde|an|mois|jour|heure|semaine|año|mes|día|hora|semana|год|месяц|день|час|сутки)|(annually|yearly|daily|monthly|weekly|hourly|jährlich|täglich))(?!\p{L})/iu
/** Clauses part at marks and before words that open one; a conjunction alone parts two verbs with numbers of their own. */
const CLAUSE_END =
  /[,;:()—–]|(?<!\p{L})(?:and|but|while|which|who|where|whose|although|und|aber|während|et|mais|qui|dont|y|pero|que|и|но|а)(?!\p{L})/giu
const PLACE =
  /(?<!\p{L})(?:(?:town|city|village|port|district|province|region|island) of|[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Aa]cross|[Oo]utside|[Aa]round|[Aa]bove|[Bb]elow|[Tt]hroughout|bei|nahe|[Aa]uf|à|[Dd]ans|près de|[Ee]n|на|[Вв])(?: the| der| dem| le| la| les| el)? ((?:\p{Lu}[\p{L}’'-]+)(?:(?: (?:of|de|am|an der))? \p{Lu}[\p{L}’'-]+)*)/gu
/** Characters beside a number in which the verb of a victim stands. */
const VERB_REACH = 40
/** An adverbial that a comma parts from the clause: "In 2011, 19 people were injured". */
const OPENING_WORDS = 6

interface Extent {
  readonly from: number
  readonly to: number
}

function clauseExtent(sentence: string, { start, end }: Quantity): Extent {
  let from = 0
  let to = sentence.length
  for (const match of sentence.matchAll(CLAUSE_END)) {
    const after = match.index + match[0].length
    if (after <= start) from = after
    else if (match.index >= end) {
      to = match.index
      break
    }
  }
  return { from, to }
}

/** The clause, with a short opening before its comma. */
function withOpening(sentence: string, { from, to }: Extent): string {
  const comma = sentence.indexOf(',')
  const opening = comma > 0 && comma < from ? sentence.slice(0, comma) : ''
  const isShort = opening.split(' ').length <= OPENING_WORDS
  return `${isShort ? opening : ''} ${sentence.slice(from, to)}`
}

function modeOf(scope: string): Mode {
  if (WISH.test(scope)) return 'wish'
  if (FORECAST.test(scope) || MAY.test(scope)) return 'forecast'
  return ESTIMATE.test(scope) ? 'estimate' : 'fact'
}

const severityOf = (scope: string): Circumstances['severity'] =>
  SERIOUS.test(scope) ? 'serious' : SLIGHT.test(scope) ? 'slight' : ''

const directionOf = (scope: string): Circumstances['direction'] =>
  DOWN.test(scope) ? 'down' : UP.test(scope) ? 'up' : ''

const words = (names: string): readonly string[] => names.toLowerCase().split(/[\s’'-]+/u)

function placesIn(sentence: string): ReadonlySet<string> {
  const names = Array.from(sentence.matchAll(PLACE), match => match[1] ?? '')
  const ignored = new Set([...weekdaysNamed(names.join(' ')).map(({ word }) => word), ...monthsNamed(names.join(' '))])
  return new Set(names.flatMap(words).filter(word => word.length > 2 && !ignored.has(word)))
}

function periodsIn(scope: string, publishedAt: Date): ReadonlySet<string> {
  const years = (scope.match(YEAR) ?? []).filter(year => year !== String(publishedAt.getUTCFullYear()))
  const stretches = (scope.match(PERIOD) ?? []).map(stretch => stretch.toLowerCase())
  return new Set([...years, ...stretches])
}

function daysIn(sentence: string, publishedAt: Date): ReadonlySet<string> {
  const weekdays = weekdaysNamed(sentence).map(({ daysBack }) => isoDay(publishedAt, daysBack(publishedAt)))
  const dates = datesNamed(sentence).map(day => `${publishedAt.getUTCFullYear()}-${day}`)
  return new Set([...weekdays, ...dates])
}

/**
 * Reads what a sentence says about one of its numbers: whether it is a fact, of when and where it is.
 * @param quantity of the sentence, by quantitiesIn()
 * @param publishedAt tells which Monday is meant
 */
export function circumstancesOf(sentence: string, quantity: Quantity, publishedAt: Date): Circumstances {
  const extent = clauseExtent(sentence, quantity)
  const clause = sentence.slice(extent.from, extent.to)
  const scope = withOpening(sentence, extent)
  const beside = sentence.slice(
    Math.max(extent.from, quantity.start - VERB_REACH),
    Math.min(extent.to, quantity.end + VERB_REACH),
  )
  return {
    mode: modeOf(quantity.role === undefined ? sentence : beside),
    isOutdated: OUTDATED.test(scope),
    isContested: CONTESTED.test(scope),
    isRest: REST.test(beside),
    isAlone: ALONE.test(scope),
    severity: severityOf(beside),
    direction: directionOf(clause),
    rate: RATE.exec(sentence.slice(quantity.end))?.slice(1).find(Boolean)?.toLowerCase() ?? '',
    periods: periodsIn(scope, publishedAt),
    spans: new Set([...monthsNamed(scope), ...(scope.match(PART_OF_YEAR) ?? []).map(part => part.toLowerCase())]),
    days: daysIn(sentence, publishedAt),
    places: placesIn(sentence),
    clause,
    numberAt: quantity.start - extent.from,
  }
}
