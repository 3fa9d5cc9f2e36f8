import { type Candidate, candidatesOf } from '../../src/summarizers/candidates.ts'
import { compress } from '../../src/summarizers/compression.ts'
import { describeDocument } from '../../src/summarizers/document.ts'
import { wordFeatures } from '../../src/summarizers/salience.ts'
import { articleFeatures } from '../../src/summarizers/standing.ts'
import { readArticle } from '../../src/text/article-text.ts'
import { analyse } from '../../src/text/terms.ts'
import type { Example } from './data.ts'
import type { Row } from './logistic.ts'
import { rougeN, tokensOf } from './rouge.ts'

/** An example with the features (ARTICLE_FEATURES) and the target of each sentence. */
export interface PreparedExample {
  readonly candidates: readonly Candidate[]
  /** Target: is it among the best few? */
  readonly rows: readonly Row[]
  /** The features of each stem of the article, and whether the highlights hold it. */
  readonly words: ReadonlyMap<string, Float64Array>
  readonly toldWords: ReadonlySet<string>
  readonly highlights: readonly string[]
}

const ORACLE_SENTENCES = 3
const SMALLEST_GAIN = 1e-9

const agreement = (own: readonly string[], wanted: readonly string[]): number =>
  rougeN(own, wanted, 1) + rougeN(own, wanted, 2)

/** 1 for the sentences that, added greedily among those that may be bullets, agree best with the highlights; else 0. */
function targetsOf(candidates: readonly Candidate[], highlights: readonly string[]): readonly number[] {
  const sentences = candidates.map(({ clean }) => tokensOf(compress(clean)))
  const wanted = tokensOf(highlights.join(' '))
  const chosen: number[] = []
  let reached = 0
  while (chosen.length < ORACLE_SENTENCES) {
    const told = chosen.flatMap(index => sentences[index] ?? [])
    const gains = sentences.map((own, index) =>
      candidates[index]?.eligible && !chosen.includes(index) ? agreement([...told, ...own], wanted) : 0,
    )
    const highest = Math.max(...gains)
    if (highest <= reached + SMALLEST_GAIN) break
    chosen.push(gains.indexOf(highest))
    reached = highest
  }
  return sentences.map((_, index) => (chosen.includes(index) ? 1 : 0))
}

/** Reads an example as the product would, and marks its sentences. */
export function prepare({ title, text, highlights }: Example): PreparedExample {
  const candidates = candidatesOf(readArticle(title, text, 'en'), 'en')
  const document = describeDocument(candidates, analyse(title, 'en'))
  const targets = targetsOf(candidates, highlights)
  const rows = articleFeatures(document).map((features, index) => ({ features, target: targets[index] ?? 0 }))
  const toldWords = new Set(highlights.flatMap(highlight => analyse(highlight, 'en')))
  return { candidates, rows, words: wordFeatures(document), toldWords, highlights }
}
