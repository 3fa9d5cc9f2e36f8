import { writeFileSync } from 'node:fs'
import { FEATURES } from '../../src/summarizers/features.ts'
import { WORD_FEATURES } from '../../src/summarizers/salience.ts'
import { linearScore, type Scorer } from '../../src/summarizers/scorer.ts'
import { printTree, type Tree } from '../../src/summarizers/trees.ts'
import { countBackground } from './background.ts'
import { fitTrees } from './boosting.ts'
import { readDocuments, readExamples } from './data.ts'
import { evaluate, evaluateLead } from './evaluate.ts'
import { type PreparedExample, prepare } from './examples.ts'
import { fitLogistic, type LinearModel, type Row } from './logistic.ts'
import type { Rouge } from './rouge.ts'
import { worthOf } from './worth.ts'

const FOLDS = 5
const RIDGE = 10
const DIGITS = 6
const TREE_DIGITS = 4
/** What each model has in the score; chosen once on held-out folds, and flat around there. */
const LINEAR_SHARE = 0.9
const TREES_SHARE = 32
/** Forests that differ by chance only; their mean errs less than each. */
const FORESTS = 3
const BACKGROUND = new URL('../../src/text/background.json', import.meta.url)
const WEIGHTS = new URL('../../src/summarizers/weights.json', import.meta.url)

const scaled = (tree: Tree, factor: number): Tree =>
  typeof tree === 'number'
    ? tree * factor
    : { ...tree, below: scaled(tree.below, factor), above: scaled(tree.above, factor) }

/** What the trees learn: the worth of each sentence beside those that the logistic model likes. */
function rowsOfWorth(example: PreparedExample, model: LinearModel): readonly Row[] {
  const scores = example.rows.map(({ features }) => linearScore(features, model))
  const worth = worthOf(example, scores)
  return example.rows.map(({ features }, index) => ({ features, target: worth[index] ?? 0 }))
}

/** What the model of words learns: does a summary hold the stem? */
const wordRowsOf = ({ words, toldWords }: PreparedExample): readonly Row[] =>
  Array.from(words, ([stem, features]) => ({ features, target: toldWords.has(stem) ? 1 : 0 }))

function learn(examples: readonly PreparedExample[], seed: number): Scorer {
  const plain = examples.flatMap(({ rows }) =>
    rows.map(({ features, target }) => ({ features: features.subarray(0, FEATURES.size), target })),
  )
  const { bias, weights } = fitLogistic(plain, RIDGE)
  const rows = examples.flatMap(example => rowsOfWorth(example, { bias, weights }))
  const trees = Array.from({ length: FORESTS }, (_, forest) => fitTrees(rows, FORESTS * seed + forest)).flat()
  return {
    bias: LINEAR_SHARE * bias,
    weights: weights.map(weight => LINEAR_SHARE * weight),
    trees: trees.map(tree => scaled(tree, TREES_SHARE / FORESTS)),
    words: fitLogistic(examples.flatMap(wordRowsOf), RIDGE),
  }
}

/** Which fold an example is in, 0 to FOLDS - 1. */
type Folding = (index: number, examples: number) => number

const STRIDE = 389
const TURNS: Folding = index => index % FOLDS
/** Other ways to part the examples: a gain that is none of chance shows in each. */
const OTHER_FOLDINGS: readonly (readonly [string, Folding])[] = [
  ['stretches', (index, examples) => Math.floor((FOLDS * index) / examples)],
  ['strides', (index, examples) => ((index * STRIDE) % examples) % FOLDS],
  ['halved turns', index => Math.floor(index / 2) % FOLDS],
]

const NOTHING_LEARNT: Scorer = { bias: 0, weights: [], trees: [], words: { bias: 0, weights: [] } }

/** ROUGE of the chosen sentences, each example scored by what was fitted on the folds it is not in. */
function heldOut(examples: readonly PreparedExample[], folding: Folding): Rouge {
  const foldOf = (index: number): number => folding(index, examples.length)
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = examples.filter((_, index) => foldOf(index) !== fold)
    return learn(seen, fold + 1)
  })
  return evaluate(examples, index => folds[foldOf(index)] ?? NOTHING_LEARNT)
}

const rounded = (value: number): number => Number(value.toFixed(DIGITS))

const tableOf = (names: Iterable<string>, weights: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from(names, (name, index) => [name, rounded(weights[index] ?? 0)]))

function writeWeights({ bias, weights, trees, words }: Scorer): void {
  const content = {
    bias: rounded(bias),
    weights: tableOf(FEATURES.keys(), weights),
    words: { bias: rounded(words.bias), weights: tableOf(WORD_FEATURES.keys(), words.weights) },
    trees: trees.map(tree => printTree(tree, TREE_DIGITS)),
  }
  writeFileSync(WEIGHTS, `${JSON.stringify(content, null, 2)}\n`)
}

const row = (name: string, { r1, r2, rl }: Rouge): string =>
  `${name.padEnd(30)} R1 ${r1.toFixed(2)}  R2 ${r2.toFixed(2)}  RL ${rl.toFixed(2)}`

const gainOver = (lead: Rouge, held: Rouge): Rouge => ({
  r1: held.r1 - lead.r1,
  r2: held.r2 - lead.r2,
  rl: held.rl - lead.rl,
})

/** Prints the gain under other foldings; writes nothing. */
function compareFoldings(directory: string): void {
  const examples = readExamples(directory).map(prepare)
  const lead = evaluateLead(examples)
  for (const [name, folding] of OTHER_FOLDINGS)
    console.log(row(`gain, held out, ${name}`, gainOver(lead, heldOut(examples, folding))))
}

function train(directory: string): void {
  const examples = readExamples(directory).map(prepare)
  const held = heldOut(examples, TURNS)
  const lead = evaluateLead(examples)
  const final = learn(examples, FOLDS + 1)
  writeWeights(final)
  console.log(row('first three sentences', lead))
  console.log(row(`extractive, ${FOLDS} folds held out`, held))
  console.log(row('gain, held out', gainOver(lead, held)))
  console.log(
    row(
      'extractive, as written',
      evaluate(examples, () => final),
    ),
  )
}

const [directory, part] = process.argv.slice(2)
if (directory === undefined) {
  console.error(
    'usage: npm run train -- DATA_DIR [background|foldings]\nDATA_DIR holds single_cnndm.jsonl and multi_neus.jsonl',
  )
  process.exitCode = 2
} else if (part === 'background') {
  writeFileSync(BACKGROUND, countBackground(readDocuments(directory)))
} else if (part === 'foldings') {
  compareFoldings(directory)
} else {
  train(directory)
}
