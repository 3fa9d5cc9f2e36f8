import { numbersIn } from '../text/numbers.ts'
import type { Covering, ReadArticle, StorySentence } from './story.ts'
import { cosine } from './vectors.ts'

/** What is left of a sentence's gain when its section is told already. */
const SECTION_TOLD = 0.3
/** A sentence of a section that no bullet tells yet is worth so many times as much. */
const SECTION_UNTOLD = 1.8
/** From this likeness to one of its sentences on, a bullet of another article tells a section. */
const TELLS_SECTION = 0.45
/** The story's lead article opens with what happened: its first sentence is worth so many times as much. */
const LEAD_OPENING = 1.2
/** So much more is a sentence worth whose origin has no bullet yet: who tells it independently is to be heard. */
const UNHEARD_ORIGIN = 1.1
/** What an opening is worth, and how much more alike it may be, when its title gives what no bullet gives. */
const OTHER_NEWS = 1.2
const OTHER_NEWS_ALIKE = 0.2
/** So many stems of its title must an opening tell that no bullet has. */
const NEWS_STEMS = 2

/** What the bullets so far have told. */
export interface Told {
  /** Concepts (see Covering) of the bullets. */
  readonly concepts: ReadonlySet<string>
  note(bullet: Covering): void
  /** How many times as much a sentence is worth for who says it and where it stands. */
  voiceOf(sentence: Covering): number
  /** How much more alike the bullets a sentence may be. */
  leewayOf(sentence: Covering): number
}

const sectionKey = ({ article, candidate }: StorySentence): string => `${article} ${candidate.section}`

/** The sections, of all articles that have some, that a bullet tells: its own and those with a sentence like it. */
function sectionsToldBy(bullet: StorySentence, pool: readonly Covering[]): readonly string[] {
  const told = pool.filter(
    ({ candidate, sectioned }) => sectioned && cosine(candidate.vector, bullet.candidate.vector) >= TELLS_SECTION,
  )
  return [bullet, ...told].map(sectionKey)
}

/**
 * Keeps account of what is told while bullets are chosen one after the other.
 * @param pool all sentences that may be chosen
 */
export function trackTold(articles: readonly ReadArticle[], pool: readonly Covering[]): Told {
  const lead = articles.findIndex(({ candidates }) => candidates[0]?.eligible)
  const concepts = new Set<string>()
  const sections = new Set<string>()
  const figures = new Set<string>()
  const stems = new Set<string>()
  const origins = new Set<number>()

  const isUnheard = ({ article }: Covering): boolean => !origins.has(articles[article]?.origin ?? article)
  const isOtherNews = (sentence: Covering): boolean => {
    const { article, candidate } = sentence
    const source = articles[article]
    if (candidate.index > 0 || origins.size === 0 || source === undefined) return false
    if (source.titleFigures.some(figure => !figures.has(figure))) return true
    return source.titleStems.intersection(new Set(candidate.stems)).difference(stems).size >= NEWS_STEMS
  }
  const sectionFactor = (sentence: Covering): number => {
    if (!sentence.sectioned) return 1
    return sections.has(sectionKey(sentence)) ? SECTION_TOLD : SECTION_UNTOLD
  }

  return {
    concepts,
    note(bullet) {
      for (const concept of bullet.concepts) concepts.add(concept)
      for (const section of sectionsToldBy(bullet, pool)) sections.add(section)
      for (const figure of numbersIn(bullet.candidate.clean)) figures.add(figure)
      for (const stem of bullet.candidate.stems) stems.add(stem)
      origins.add(articles[bullet.article]?.origin ?? bullet.article)
    },
    voiceOf(sentence) {
      const opens = sentence.article === lead && sentence.candidate.index === 0
      return (
        sectionFactor(sentence) *
        (opens ? LEAD_OPENING : 1) *
        (isUnheard(sentence) ? UNHEARD_ORIGIN : 1) *
        (isOtherNews(sentence) ? OTHER_NEWS : 1)
      )
    },
    leewayOf: sentence => (isOtherNews(sentence) ? OTHER_NEWS_ALIKE : 0),
  }
}
