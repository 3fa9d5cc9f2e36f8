import { writeFileSync } from 'node:fs'
import { FEATURES } from '../../src/summarizers/features.ts'
import type { Scorer } from '../../src/summarizers/scorer.ts'
import { countBackground } from './background.ts'
import { readDocuments, readExamples } from './data.ts'
import { evaluate, evaluateLead } from './evaluate.ts'
import { type PreparedExample, prepare } from './examples.ts'
import { fitLogistic } from './logistic.ts'
import type { Rouge } from './rouge.ts'

const FOLDS = 5
const RIDGE = 30
const DIGITS = 6
const BACKGROUND = new URL('../../src/text/background.json', import.meta.url)
const WEIGHTS = new URL('../../src/summarizers/weights.json', import.meta.url)

/** A scorer for each fold, fitted on the others. Example n is in fold n mod FOLDS. */
function crossValidated(examples: readonly PreparedExample[]): readonly Scorer[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const seen = examples.filter((_, index) => index % FOLDS !== fold)
    return fitLogistic(
      seen.flatMap(({ rows }) => rows),
      RIDGE,
    )
  })
}

function writeWeights({ bias, weights }: Scorer): void {
  const rounded = (value: number): number => Number(value.toFixed(DIGITS))
  const table = Object.fromEntries(Array.from(FEATURES.keys(), (name, index) => [name, rounded(weights[index] ?? 0)]))
  writeFileSync(WEIGHTS, `${JSON.stringify({ bias: rounded(bias), weights: table }, null, 2)}\n`)
}

const row = (name: string, { r1, r2, rl }: Rouge): string =>
  `${name.padEnd(28)} R1 ${r1.toFixed(2)}  R2 ${r2.toFixed(2)}  RL ${rl.toFixed(2)}`

function train(directory: string): void {
  const examples = readExamples(directory).map(prepare)
  const folds = crossValidated(examples)
  const held = evaluate(examples, index => folds[index % FOLDS] ?? { bias: 0, weights: [] })
  const lead = evaluateLead(examples)
  const final = fitLogistic(
    examples.flatMap(({ rows }) => rows),
    RIDGE,
  )
  writeWeights(final)
  console.log(row('first three sentences', lead))
  console.log(row(`extractive, ${FOLDS} folds held out`, held))
  console.log(row('gain, held out', { r1: held.r1 - lead.r1, r2: held.r2 - lead.r2, rl: held.rl - lead.rl }))
  console.log(
    row(
      'extractive, as written',
      evaluate(examples, () => final),
    ),
  )
}

const [directory, part] = process.argv.slice(2)
if (directory === undefined) {
  console.error('usage: npm run train -- DATA_DIR [background]\nDATA_DIR holds single_cnndm.jsonl and multi_neus.jsonl')
  process.exitCode = 2
} else if (part === 'background') {
  writeFileSync(BACKGROUND, countBackground(readDocuments(directory)))
} else {
  train(directory)
}
