import { DE } from './number-words/de.ts'
import { EN } from './number-words/en.ts'
import { ES } from './number-words/es.ts'
import { FR } from './number-words/fr.ts'
import { RU } from './number-words/ru.ts'
import type { Bound, LanguageSource, Role } from './number-words/source.ts'

/** A phrase, word by word, in lower case. */
export type Phrase = readonly string[]

/** The tables of one language, ready to look things up in. */
export interface QuantityWords {
  readonly language: string
  readonly decimal: '.' | ','
  /** Finds no number in most sentences, at once. */
  readonly maybeNumber: RegExp
  /** Words that a number may begin with. */
  readonly openers: ReadonlySet<string>
  readonly numerals: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  readonly collectives: ReadonlyMap<string, readonly [low: number, high: number]>
  readonly fractions: ReadonlyMap<string, number>
  /** Longest phrases first. */
  readonly bounds: readonly (readonly [Phrase, Bound])[]
  readonly boundsAfter: readonly (readonly [Phrase, Bound])[]
  readonly persons: ReadonlySet<string>
  readonly before: readonly (readonly [Phrase, Role])[]
  readonly after: readonly (readonly [Phrase, Role])[]
  readonly roleNouns: ReadonlyMap<string, Role>
  readonly between: ReadonlySet<string>
  readonly including: ReadonlySet<string>
  readonly timeUnits: ReadonlySet<string>
  readonly months: ReadonlySet<string>
  readonly yearAfter: ReadonlySet<string>
  readonly toll: ReadonlySet<string>
  readonly numberOf: ReadonlySet<string>
  readonly rangeFrom: ReadonlySet<string>
  readonly rangeTo: ReadonlySet<string>
  readonly rangeBetween: ReadonlySet<string>
  readonly rangeAnd: ReadonlySet<string>
}

const ROLES = Object.keys(EN.roles) as readonly Role[]
const set = (words: string): ReadonlySet<string> => new Set(words.split('|').filter(word => word !== ''))
const phrases = (words = ''): readonly Phrase[] => [...set(words)].map(phrase => phrase.split(' '))

function numbers(words: string): ReadonlyMap<string, number> {
  return new Map(
    words.split(' ').map(pair => {
      const [word = '', value] = pair.split(':')
      return [word, Number(value)]
    }),
  )
}

/** German writes 21 to 99 as one word, units first. */
function germanTens(numerals: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const compounds = new Map(numerals)
  for (const [unit, one] of numerals) {
    for (const [ten, many] of numerals) {
      if (one < 10 && many >= 20 && unit !== 'eine' && unit !== 'einen') compounds.set(`${unit}und${ten}`, one + many)
    }
  }
  return compounds
}

const longestFirst = <Kind>(pairs: readonly (readonly [Phrase, Kind])[]): readonly (readonly [Phrase, Kind])[] =>
  pairs.toSorted(([a], [b]) => b.length - a.length)

const boundPhrases = (source: Readonly<Partial<Record<Bound, string>>>): readonly (readonly [Phrase, Bound])[] =>
  longestFirst(
    Object.entries(source).flatMap(([bound, words]) => phrases(words).map(phrase => [phrase, bound as Bound] as const)),
  )

const rolePhrases = (source: LanguageSource, place: 'before' | 'after'): readonly (readonly [Phrase, Role])[] =>
  longestFirst(ROLES.flatMap(role => phrases(source.roles[role][place]).map(phrase => [phrase, role] as const)))

/** "a third", "une centaine": a number may begin with an article when one of these words is near. */
const ARTICLES = ['a', 'an', 'half', 'ein', 'eine', 'einem', 'einen', 'un', 'une', 'una', 'die', 'la']

function collectivesOf(words: string): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    words.split(' ').map(entry => {
      const [word = '', low, high] = entry.split(':')
      return [word, [Number(low), Number(high)] as const]
    }),
  )
}

function prepare(language: string, source: LanguageSource): QuantityWords {
  const plain = numbers(source.numerals)
  const numerals = language === 'de' ? germanTens(plain) : plain
  const scales = numbers(source.scales)
  const collectives = collectivesOf(source.collectives)
  const fractions = numbers(source.fractions)
  const telling = [...numerals.keys(), ...scales.keys(), ...collectives.keys(), ...fractions.keys()]
  return {
    language,
    decimal: source.decimal,
    maybeNumber: new RegExp(`\\d|(?<!\\p{L})(?:${telling.join('|')})(?!\\p{L})`, 'iu'),
    openers: new Set([...telling, ...ARTICLES]),
    numerals,
    scales,
    collectives,
    fractions,
    bounds: boundPhrases(source.bounds),
    boundsAfter: boundPhrases(source.boundsAfter),
    persons: set(source.persons),
    before: rolePhrases(source, 'before'),
    after: rolePhrases(source, 'after'),
    roleNouns: new Map(
      ROLES.flatMap(role => [...set(source.roles[role].nouns ?? '')].map(noun => [noun, role] as const)),
    ),
    between: set(source.between),
    including: set(source.including),
    timeUnits: set(source.timeUnits),
    months: set(source.months),
    yearAfter: set(source.yearAfter),
    toll: set(source.toll),
    numberOf: set(source.numberOf),
    rangeFrom: set(source.range.from),
    rangeTo: set(source.range.to),
    rangeBetween: set(source.range.between),
    rangeAnd: set(source.range.and),
  }
}

const tables: ReadonlyMap<string, QuantityWords> = new Map(
  Object.entries({ en: EN, de: DE, fr: FR, es: ES, ru: RU }).map(([language, source]) => [
    language,
    prepare(language, source),
  ]),
)

/**
 * The tables of a language.
 * @param language two-letter code
 * @returns undefined for a language that has none (all but en, de, fr, es, ru)
 */
export const findQuantityWords = (language: string): QuantityWords | undefined => tables.get(language)
