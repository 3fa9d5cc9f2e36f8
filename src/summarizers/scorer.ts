import { analyse } from '../text/terms.ts'
import type { Candidate } from './candidates.ts'
import { describeDocument } from './document.ts'
import { FEATURES } from './features.ts'
import { WORD_FEATURES, type WordModel, wordChances, wordFeatures } from './salience.ts'
import { articleFeatures } from './standing.ts'
import { parseTree, type Tree, treeValue } from './trees.ts'
import trained from './weights.json' with { type: 'json' }

/** A logistic model, one weight a feature in the order of FEATURES, and trees over ARTICLE_FEATURES for what is not linear. */
export interface Scorer {
  readonly bias: number
  readonly weights: readonly number[]
  readonly trees: readonly Tree[]
  /** Of the words that a summary holds. */
  readonly words: WordModel
}

const table = new Map(Object.entries(trained.weights))
const wordTable = new Map(Object.entries(trained.words.weights))

/** The scorer that `npm run train` wrote. */
const TRAINED: Scorer = {
  bias: trained.bias,
  weights: Array.from(FEATURES.keys(), name => table.get(name) ?? 0),
  trees: trained.trees.map(parseTree),
  words: {
    bias: trained.words.bias,
    weights: Array.from(WORD_FEATURES.keys(), name => wordTable.get(name) ?? 0),
  },
}

/** The score by the logistic model alone; of the features it knows the first ones, those of FEATURES. */
export const linearScore = (features: Float64Array, { bias, weights }: Pick<Scorer, 'bias' | 'weights'>): number =>
  weights.reduce((sum, weight, index) => sum + weight * (features[index] ?? 0), bias)

/** How well a sentence fits a summary, in units near log-odds: comparable within one article. */
export const scoreOf = (features: Float64Array, scorer: Scorer): number =>
  scorer.trees.reduce<number>((sum, tree) => sum + treeValue(tree, features), linearScore(features, scorer))

/** The scores of one article's sentences, in order. */
export interface SentenceScores {
  /** By all that the scorer knows. */
  readonly alone: readonly number[]
  /** By the logistic model: the trees know how whole articles are built, which does not hold for the openings that feeds give. */
  readonly amongOthers: readonly number[]
  /** How likely a summary of the article alone holds each of its stems, 0 to 1; told only when asked. */
  readonly chances: () => ReadonlyMap<string, number>
}

/** Scores the sentences of an article, for telling it alone and for telling it among others of a story. */
export function scoreSentences(
  candidates: readonly Candidate[],
  title: string,
  language: string | undefined,
  scorer: Scorer = TRAINED,
): SentenceScores {
  const document = describeDocument(candidates, analyse(title, language))
  const features = articleFeatures(document)
  return {
    alone: features.map(values => scoreOf(values, scorer)),
    amongOthers: features.map(values => linearScore(values, scorer)),
    chances: () => wordChances(wordFeatures(document), scorer.words),
  }
}
