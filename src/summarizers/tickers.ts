import type { ArticleSection, ArticleSentence } from '../text/article-text.ts'
import { namesIn } from '../text/names.ts'
import { type Quantity, quantitiesIn } from '../text/quantities.ts'
import { endsState, isSameState, matterOf, statesIn, type ThingState } from '../text/states.ts'
import { HEDGES, words } from './reservations.ts'

/** So many entries with a time make a live report. */
const FEWEST_ENTRIES = 2
/** A step of more minutes goes over midnight. */
const HALF_DAY = 720
/** Share of the shorter sentence's stems, and fewest stems, from which a measure or a count is of the same thing. */
const SAME_MATTER = 0.5
const FEWEST_SHARED = 2
/** So much of a sentence must a denial hold. */
const TAKEN_BACK = 0.8
const FEWEST_TAKEN = 3

const LIVE =
  /(?<!\p{L})(?:live|live-?(?:ticker|blog)|news-?(?:ticker|blog)|ticker|blog|(?:minute|moment|hour) by (?:minute|moment|hour)|as it happened|latest|updates|en direct|direct|en (?:directo|vivo)|última hora|diretta|онлайн|прямой эфир|хроника)(?!\p{L})/iu
/** It tells its time itself, or that of something long ago. */
const TELLS_TIME =
  /(?<![\p{L}\d])(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?(?:[ap]\.?m\b|Uhr|h\b|o[’']clock)|noon|midnight|mittags|mitternacht|midi|minuit)(?![\d%])/iu
const LONG_AGO =
  /(?<!\p{L})(?:(?:in|im jahr|en|nel|в) (?:1[5-9]|20)\d\d|back then|years ago|last year|damals|vor \p{L}+ jahren|à l[’']époque|il y a \p{L}+ ans|entonces|hace \p{L}+ años|all[’']epoca|anni fa|тогда|лет назад)(?!\p{L})/iu
const DENIES = words(`
  not|no|never|nobody|false|untrue|den(?:y|ies|ied)|ruled out|nicht|kein\\p{L}*|niemand|falsch\\p{L}*|dementier\\p{L}*|pas|aucun\\p{L}*|faux|fausse|dément\\p{L}*
  falso|falsa|niega\\p{L}*|desm[ie]nt\\p{L}*|ningún|non|nessun\\p{L}*|smenti\\p{L}*|не|нет|опроверг\\p{L}*|ложн\\p{L}*`)

/** Places of the entries in a live report's sections, oldest first; undefined for other articles, and where no order is plain. */
function entriesOf(
  sections: readonly ArticleSection[],
): { readonly entries: number[]; readonly isNewestFirst: boolean } | undefined {
  const entries = sections.flatMap(({ minute }, at) => (minute === undefined ? [] : [at]))
  if (entries.length < FEWEST_ENTRIES) return undefined
  let balance = 0
  for (const [at, section] of entries.slice(1).entries()) {
    const step = (sections[section]?.minute ?? 0) - (sections[entries[at] ?? 0]?.minute ?? 0)
    balance += Math.sign(Math.abs(step) > HALF_DAY ? -step : step)
  }
  if (balance === 0) return undefined
  return balance < 0 ? { entries: entries.reverse(), isNewestFirst: true } : { entries, isNewestFirst: false }
}

/** Called a live report in its title or above its entries. Without such a word, times may be those of a programme. */
const isLive = (sections: readonly ArticleSection[], title: string): boolean =>
  LIVE.test(title) ||
  (sections[0]?.minute === undefined && sections[0]?.sentences.some(({ clean }) => LIVE.test(clean)) === true)

/** The sections of a live report with its newest entry first, behind the introduction; those of other articles as they are. */
export function newestFirst(sections: readonly ArticleSection[], title: string): readonly ArticleSection[] {
  const found = entriesOf(sections)
  if (found === undefined || found.isNewestFirst || !isLive(sections, title)) return sections
  const [first = 0] = found.entries
  const order = found.entries.toReversed()
  const groups = order.map(from => {
    const next = found.entries.find(other => other > from)
    return sections.slice(from, next)
  })
  return [...sections.slice(0, first), ...groups.flat()]
}

/** A sentence or a sub-heading as later ones are compared with it. */
interface Report {
  /** Absent for a sub-heading. */
  readonly sentence?: ArticleSentence
  readonly text: string
  /** Of its entry among the entries, oldest first; -1 for the introduction. */
  readonly age: number
  readonly quantities: readonly Quantity[]
  readonly states: readonly ThingState[]
  readonly names: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
}

function reportOf(text: string, age: number, language: string | undefined, sentence?: ArticleSentence): Report {
  const isPast = LONG_AGO.test(text)
  const quantities = isPast ? [] : quantitiesIn(text, language)
  return {
    ...(sentence === undefined ? {} : { sentence }),
    text,
    age,
    quantities: quantities.filter(({ isPart, isDenied }) => !(isPart || isDenied)),
    states: isPast ? [] : statesIn(text, language),
    names: new Set(namesIn(text)),
    stems: matterOf(text.replaceAll(/\d[\d.,]*/gu, ' '), language),
  }
}

function reportsOf(
  sections: readonly ArticleSection[],
  entries: readonly number[],
  language?: string,
): readonly Report[] {
  const first = Math.min(...entries)
  return sections.flatMap((section, at) => {
    const age = entries.indexOf(at)
    // what stands below the entries is of no known time
    if (age < 0 && at > first) return []
    const heading = section.heading === '' ? [] : [reportOf(section.heading, age, language)]
    return [...heading, ...section.sentences.map(sentence => reportOf(sentence.clean, age, language, sentence))]
  })
}

const INTRODUCTION = -1

const sharesMatter = (a: Report, b: Report): boolean => {
  const shared = a.stems.intersection(b.stems).size
  return shared >= FEWEST_SHARED && shared > SAME_MATTER * Math.min(a.stems.size, b.stems.size)
}

/** Events in two places are two: both name something, and nothing in common. */
const mayBeOne = (a: Report, b: Report): boolean =>
  a.names.size === 0 || b.names.size === 0 || !a.names.isDisjointFrom(b.names)

/** Pairs of numbers, one of each, that count or measure the same. */
function numbersAlike(a: Report, b: Report): readonly (readonly [Quantity, Quantity])[] {
  return a.quantities.flatMap(one =>
    b.quantities.flatMap((other): (readonly [Quantity, Quantity])[] => {
      const isSame = one.role === other.role && one.unit === other.unit && one.noun === other.noun
      if (!isSame || one.kinds.join() !== other.kinds.join()) return []
      return (one.role === undefined ? sharesMatter(a, b) : mayBeOne(a, b)) ? [[one, other]] : []
    }),
  )
}

/** A number in place of another: an introduction is kept up to date, so that its toll, being higher, is the newer one. */
function revises(later: Report, before: Report): boolean {
  if (HEDGES.test(later.text) && !HEDGES.test(before.text)) return false
  return numbersAlike(later, before).some(([now, old]) => {
    const isRisen = now.low > old.high
    if (later.age === INTRODUCTION) return isRisen && now.role !== undefined
    if (before.age === INTRODUCTION && old.role !== undefined) return isRisen
    return isRisen || now.high < old.low
  })
}

/** A later sentence says of nearly the same words that it is not so. */
function takesBack(later: Report, before: Report): boolean {
  if (!DENIES.test(later.text) || DENIES.test(before.text)) return false
  const shared = before.stems.intersection(later.stems).size
  return shared >= FEWEST_TAKEN && shared >= TAKEN_BACK * before.stems.size
}

const ends = (later: Report, state: ThingState): boolean => later.states.some(now => endsState(state, now))

const supersedes = (later: Report, before: Report): boolean =>
  revises(later, before) ||
  (later.age > before.age && (before.states.some(state => ends(later, state)) || takesBack(later, before)))

/** The same number, or the same thing in the same state. */
const agrees = (a: Report, b: Report): boolean =>
  numbersAlike(a, b).some(([one, other]) => one.low <= other.high && one.high >= other.low) ||
  a.states.some(state => b.states.some(other => isSameState(state, other)))

/** Overtaken by a newer entry, and no still newer one says it again. */
function isOvertaken(before: Report, reports: readonly Report[]): boolean {
  const newest = reports
    .filter(later => later.age !== before.age && supersedes(later, before))
    .reduce((latest, { age }) => Math.max(latest, age === INTRODUCTION ? reports.length : age), INTRODUCTION)
  return newest > before.age && !reports.some(later => later.age > newest && agrees(later, before))
}

/** The states of an entry that is overtaken: what else it says of them is of that time too. */
const goesWith = (report: Report, overtaken: Report, reports: readonly Report[]): boolean =>
  report.age === overtaken.age &&
  overtaken.states.some(
    state =>
      report.states.some(({ family, side }) => family === state.family && side === state.side) &&
      reports.some(later => later.age > report.age && ends(later, state)),
  )

/**
 * The sentences of a live report that a newer entry has overtaken: a road that is open again, a toll that has risen, a
 * report that is denied. What says its own time may still be told. The introduction counts as the oldest entry, but for
 * a toll that is the highest.
 * @param language two-letter code, when known
 */
export function overtakenIn(
  sections: readonly ArticleSection[],
  title: string,
  language?: string,
): ReadonlySet<ArticleSentence> {
  const found = entriesOf(sections)
  if (found === undefined || !(found.isNewestFirst || isLive(sections, title))) return new Set()
  const reports = reportsOf(sections, found.entries, language)
  const isOld = (report: Report): boolean => isOvertaken(report, reports)
  const valid = reports.filter(report => report.age !== INTRODUCTION || !isOld(report))
  const overtaken = reports.filter(report => (report.age === INTRODUCTION ? isOld(report) : isOvertaken(report, valid)))
  const all = reports.filter(report => overtaken.some(other => other === report || goesWith(report, other, reports)))
  return new Set(all.flatMap(({ sentence, text }) => (sentence === undefined || TELLS_TIME.test(text) ? [] : sentence)))
}
