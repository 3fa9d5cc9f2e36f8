import { compress } from '../../src/summarizers/compression.ts'
import { wordChances } from '../../src/summarizers/salience.ts'
import { type Scorer, scoreOf } from '../../src/summarizers/scorer.ts'
import { SELECTION, type SelectionWeights, selectSentences } from '../../src/summarizers/selection.ts'
import type { PreparedExample } from './examples.ts'
import { type Rouge, rouge } from './rouge.ts'

const BULLETS = 3

const mean = (scores: readonly Rouge[]): Rouge => {
  const average = (key: keyof Rouge): number =>
    (100 * scores.reduce((sum, score) => sum + score[key], 0)) / scores.length
  return { r1: average('r1'), r2: average('r2'), rl: average('rl') }
}

/** Mean ROUGE (times 100) of the summaries that each example's own scorer chooses. */
export function evaluate(
  examples: readonly PreparedExample[],
  scorerOf: (index: number) => Scorer,
  weights: SelectionWeights = SELECTION,
): Rouge {
  return mean(
    examples.map(({ candidates, rows, words, highlights }, index) => {
      const scorer = scorerOf(index)
      const scores = rows.map(({ features }) => scoreOf(features, scorer))
      const chosen = selectSentences(candidates, scores, BULLETS, wordChances(words, scorer.words), weights)
      const bullets = chosen.map(({ clean }) => compress(clean))
      return rouge(bullets, highlights)
    }),
  )
}

/** Mean ROUGE (times 100) of the first three sentences. */
export const evaluateLead = (examples: readonly PreparedExample[]): Rouge =>
  mean(
    examples.map(({ candidates, highlights }) =>
      rouge(
        candidates.slice(0, BULLETS).map(({ clean }) => clean),
        highlights,
      ),
    ),
  )
