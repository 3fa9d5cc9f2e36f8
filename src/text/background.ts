import data from './background.json' with { type: 'json' }

/** Stands in for the frequency of a stem that the table does not hold (it keeps those of 4 documents and more). */
const RARE_FREQUENCY = 1

/** How many news articles the table was counted in. */
export const backgroundDocuments: number = data.documents

let frequencies: ReadonlyMap<string, number> | undefined

/** Each row of the data is a frequency and the stems that have it, separated by spaces. */
function readFrequencies(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (const row of data.rows) {
    const [frequency, ...stems] = row.split(' ')
    for (const stem of stems) table.set(stem, Number(frequency))
  }
  return table
}

/** In how many of the background articles a stem of analyse() stands; 0 when in fewer than four. */
export function backgroundFrequency(stem: string): number {
  frequencies ??= readFrequencies()
  return frequencies.get(stem) ?? 0
}

/**
 * Inverse document frequency of a stem in general news, natural logarithm: about 0.1 for the commonest words, 8 for
 * unknown ones. Smoothed as ln((N + 1) / (df + 0.5)); see https://nlp.stanford.edu/IR-book/html/htmledition/inverse-document-frequency-1.html
 */
export function backgroundIdf(stem: string): number {
  return Math.log((backgroundDocuments + 1) / ((backgroundFrequency(stem) || RARE_FREQUENCY) + 0.5))
}
