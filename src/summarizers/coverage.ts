import { backgroundIdf } from '../text/background.ts'
import { emitStems, wordsOf } from '../text/tokens.ts'
import type { Candidate } from './candidates.ts'
import { isSectioned, likeness } from './selection.ts'

/** One article of a story, read and scored. */
export interface ReadArticle {
  readonly language: string | undefined
  readonly candidates: readonly Candidate[]
  readonly scores: readonly number[]
}

/** A sentence of one of several articles. */
export interface StorySentence {
  /** Place of its article among those given. */
  readonly article: number
  readonly candidate: Candidate
}

/** How covering weighs what it looks at. */
export interface CoverageWeights {
  /** What the learned score may add (1 doubles the best sentence). */
  readonly score: number
  /** What standing first may add; less further down. */
  readonly position: number
  /** Power of the number of words that the gain is divided by. */
  readonly length: number
  /** Worth of a single stem next to a pair of words. */
  readonly single: number
  /** How fast Candidate.penalty lowers the worth. */
  readonly penalty: number
  /** Sentences more alike than this do not stand together. */
  readonly mostAlike: number
}

/** For stories of a few articles, and for those of many (then agreement says enough). */
const FEW: CoverageWeights = { score: 1, position: 1.5, length: 0.6, single: 0.35, penalty: 0.5, mostAlike: 0.4 }
const MANY: CoverageWeights = {
  score: 0.25,
  position: 1,
  length: 0.6,
  single: 0.35,
  penalty: 0.5,
  mostAlike: 0.5,
}
const MANY_ARTICLES = 6
/** From so many articles on, a concept must stand in three of them. */
const CROWD = 8

const MOST_SENTENCES = 25
/** In an article with sub-headings the end matters as well. */
const MOST_SECTIONED_SENTENCES = 80
/** What is left of a sentence's gain when its section has a bullet already. */
const SECTION_TOLD = 0.3
const FEWEST_WORDS = 6
const FULL_IDF = 4

interface Covering extends StorySentence {
  readonly concepts: ReadonlySet<string>
  readonly score: number
  readonly sectioned: boolean
}

/** Pairs of neighbouring words (stems; stop words as they stand, never two of them) and single stems. */
function conceptsOf(text: string, language: string | undefined): ReadonlySet<string> {
  const units = wordsOf(text).map(word => {
    const stems: string[] = []
    emitStems(word, language, stem => stems.push(stem))
    return stems.length > 0 ? { key: stems.join(''), content: true } : { key: word.toLowerCase(), content: false }
  })
  const concepts = new Set<string>()
  units.forEach((unit, index) => {
    const next = units[index + 1]
    if (unit.content) concepts.add(unit.key)
    if (next !== undefined && (unit.content || next.content)) concepts.add(`${unit.key} ${next.key}`)
  })
  return concepts
}

function poolOf(articles: readonly ReadArticle[]): readonly Covering[] {
  return articles.flatMap(({ candidates, scores, language }, article) => {
    const sectioned = isSectioned(candidates)
    return candidates.slice(0, sectioned ? MOST_SECTIONED_SENTENCES : MOST_SENTENCES).flatMap(candidate => {
      if (!candidate.eligible || candidate.words < FEWEST_WORDS) return []
      const concepts = conceptsOf(candidate.clean, language)
      return [{ article, candidate, concepts, score: scores[candidate.index] ?? 0, sectioned }]
    })
  })
}

/** Worth of each concept that enough articles share: in how many it stands; single stems by rarity too. */
function conceptWorth(pool: readonly Covering[], articles: number, single: number): ReadonlyMap<string, number> {
  const holders = new Map<string, Set<number>>()
  for (const { article, concepts } of pool) {
    for (const concept of concepts) holders.set(concept, (holders.get(concept) ?? new Set()).add(article))
  }
  const fewest = articles >= CROWD ? 3 : Math.min(2, articles)
  const worth = new Map<string, number>()
  for (const [concept, { size }] of holders) {
    if (size < fewest) continue
    const share = concept.includes(' ') ? 1 : single * Math.min(1, backgroundIdf(concept) / FULL_IDF)
    worth.set(concept, size * share)
  }
  return worth
}

/** The section of this sentence, in an article with sub-headings, has a bullet already. */
const sectionIsTold = ({ article, candidate, sectioned }: Covering, chosen: readonly Covering[]): boolean =>
  sectioned && chosen.some(other => other.article === article && other.candidate.section === candidate.section)

/**
 * Chooses bullets of several articles on one event: greedily the sentence that covers most of what the articles share
 * and no bullet has told yet (Gillick and Favre 2009, https://aclanthology.org/W09-1802/), blended with the learned
 * score and the place in its article.
 * @returns at most `bullets` sentences, best first; no two say the same
 */
export function coverStory(
  articles: readonly ReadArticle[],
  bullets: number,
  weights: CoverageWeights = articles.length >= MANY_ARTICLES ? MANY : FEW,
): readonly StorySentence[] {
  const pool = poolOf(articles)
  const worth = conceptWorth(pool, articles.length, weights.single)
  const lowest = Math.min(...pool.map(({ score }) => score))
  const range = Math.max(...pool.map(({ score }) => score)) - lowest || 1
  const covered = new Set<string>()
  const chosen: Covering[] = []

  const gainOf = (sentence: Covering): number => {
    const { candidate, concepts, score } = sentence
    let gain = 0.5
    for (const concept of concepts) if (!covered.has(concept)) gain += worth.get(concept) ?? 0
    const liking = 1 + (weights.score * (score - lowest)) / range
    const place = 1 + weights.position / (1 + candidate.index)
    const fresh = sectionIsTold(sentence, chosen) ? SECTION_TOLD : 1
    const worthy = (gain / candidate.words ** weights.length) * liking * place * fresh
    return worthy / (1 + weights.penalty * candidate.penalty)
  }
  const chooseNext = (): boolean => {
    const told = chosen.map(({ candidate }) => candidate)
    let best: Covering | undefined
    let highest = 0
    for (const sentence of pool) {
      const gain = chosen.includes(sentence) ? 0 : gainOf(sentence)
      if (gain <= highest || likeness(sentence.candidate, told) > weights.mostAlike) continue
      best = sentence
      highest = gain
    }
    if (best === undefined) return false
    chosen.push(best)
    for (const concept of best.concepts) covered.add(concept)
    return true
  }
  while (chosen.length < bullets && chooseNext());
  return chosen.map(({ article, candidate }) => ({ article, candidate }))
}
