import { backgroundIdf } from '../text/background.ts'
import { emitStems, wordsOf } from '../text/tokens.ts'
import type { Candidate } from './candidates.ts'
import { canStand, likeness } from './likeness.ts'
import { isSectioned } from './selection.ts'
import type { Covering, ReadArticle, StorySentence } from './story.ts'
import { trackTold } from './told.ts'

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
const FEWEST_WORDS = 6
const FULL_IDF = 4

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
      return [{ article, candidate, concepts, score: scores.amongOthers[candidate.index] ?? 0, sectioned }]
    })
  })
}

/** Worth of each concept that enough reports share: of how many origins it is; single stems by rarity too. */
function conceptWorth(
  pool: readonly Covering[],
  articles: readonly ReadArticle[],
  single: number,
): ReadonlyMap<string, number> {
  const holders = new Map<string, Set<number>>()
  for (const { article, concepts } of pool) {
    const origin = articles[article]?.origin ?? article
    for (const concept of concepts) holders.set(concept, (holders.get(concept) ?? new Set()).add(origin))
  }
  const origins = new Set(articles.map(({ origin }) => origin)).size
  const fewest = origins >= CROWD ? 3 : Math.min(2, origins)
  const worth = new Map<string, number>()
  for (const [concept, { size }] of holders) {
    if (size < fewest) continue
    const share = concept.includes(' ') ? 1 : single * Math.min(1, backgroundIdf(concept) / FULL_IDF)
    worth.set(concept, size * share)
  }
  return worth
}

const toCandidate = ({ candidate }: StorySentence): Candidate => candidate

const standsWith = ({ article, candidate }: Covering, chosen: readonly Covering[]): boolean =>
  canStand(candidate, chosen.filter(other => other.article === article).map(toCandidate))

/** Sentences that lean on the one before them are put after it; the others keep their order. */
function leanersBehind(chosen: readonly StorySentence[]): readonly StorySentence[] {
  const placed = chosen.filter(({ candidate }) => !candidate.leans)
  const leaners = chosen.filter(({ candidate }) => candidate.leans)
  for (const leaner of leaners.toSorted((a, b) => a.candidate.index - b.candidate.index)) {
    const before = placed.findIndex(
      ({ article, candidate }) => article === leaner.article && candidate.index === leaner.candidate.index - 1,
    )
    if (before >= 0) placed.splice(before + 1, 0, leaner)
  }
  return placed
}

/**
 * Chooses bullets of several articles on one event: greedily the sentence that covers most of what the articles share
 * and no bullet has told yet (Gillick and Favre 2009, https://aclanthology.org/W09-1802/), blended with the learned
 * score and the place in its article.
 * What one origin says twice agrees with nobody.
 * @returns at most `bullets` sentences, best first; no two say the same; one that leans on another stands behind it
 */
export function coverStory(
  articles: readonly ReadArticle[],
  bullets: number,
  weights: CoverageWeights = articles.length >= MANY_ARTICLES ? MANY : FEW,
): readonly StorySentence[] {
  const pool = poolOf(articles)
  const worth = conceptWorth(pool, articles, weights.single)
  const lowest = Math.min(...pool.map(({ score }) => score))
  const range = Math.max(...pool.map(({ score }) => score)) - lowest || 1
  const told = trackTold(articles, pool)
  const chosen: Covering[] = []

  const gainOf = (sentence: Covering): number => {
    const { candidate, concepts, score } = sentence
    let gain = 0.5
    for (const concept of concepts) if (!told.concepts.has(concept)) gain += worth.get(concept) ?? 0
    const liking = 1 + (weights.score * (score - lowest)) / range
    const place = 1 + weights.position / (1 + candidate.index)
    const worthy = (gain / candidate.words ** weights.length) * liking * place * told.voiceOf(sentence)
    return worthy / (1 + weights.penalty * candidate.penalty)
  }
  const isNew = (sentence: Covering): boolean =>
    likeness(sentence.candidate, chosen.map(toCandidate)) <= weights.mostAlike + told.leewayOf(sentence)
  const chooseNext = (): boolean => {
    let best: Covering | undefined
    let highest = 0
    for (const sentence of pool) {
      const gain = chosen.includes(sentence) ? 0 : gainOf(sentence)
      if (gain <= highest || !standsWith(sentence, chosen) || !isNew(sentence)) continue
      best = sentence
      highest = gain
    }
    if (best === undefined) return false
    chosen.push(best)
    told.note(best)
    return true
  }
  while (chosen.length < bullets && chooseNext());
  return leanersBehind(chosen.map(({ article, candidate }) => ({ article, candidate })))
}
