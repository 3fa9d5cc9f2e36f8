import { analyse } from '../../src/text/terms.ts'

/** Rarer stems are left out: they say little and would make up most of the table. */
const LOWEST_FREQUENCY = 4
const PLAIN_STEM = /^[\p{L}\p{N}]+$/u

const byText = (a: string, b: string): number => (a < b ? -1 : 1)

/** Counts in how many documents each stem stands and writes the table as src/text/background.json wants it. */
export function countBackground(documents: readonly string[]): string {
  const frequencies = new Map<string, number>()
  for (const document of documents) {
    for (const stem of new Set(analyse(document, 'en'))) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
  }
  const kept = [...frequencies].filter(([stem, count]) => count >= LOWEST_FREQUENCY && PLAIN_STEM.test(stem))
  const groups = Map.groupBy(kept, ([, count]) => count)
  const rows = [...groups]
    .sort(([a], [b]) => b - a)
    .map(([count, entries]) => [count, ...entries.map(([stem]) => stem).sort(byText)].join(' '))
  return `${JSON.stringify({ documents: documents.length, rows }, null, 2)}\n`
}
