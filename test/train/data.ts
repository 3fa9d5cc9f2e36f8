import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An article with the sentences its editors chose to say about it. */
export interface Example {
  readonly title: string
  readonly text: string
  readonly highlights: readonly string[]
}

interface Opening {
  readonly title: string
  readonly text: string
}

function readRows<Row>(directory: string, file: string): readonly Row[] {
  const lines = readFileSync(join(directory, file), 'utf8').trim().split('\n')
  return lines.map(line => JSON.parse(line) as Row)
}

/** The articles with highlights of a data folder (single_cnndm.jsonl). */
export const readExamples = (directory: string): readonly Example[] => readRows(directory, 'single_cnndm.jsonl')

/** Title and text of every article of a data folder, for counting words. */
export function readDocuments(directory: string): readonly string[] {
  const stories = readRows<{ articles: readonly Opening[] }>(directory, 'multi_neus.jsonl')
  const openings = [...readExamples(directory), ...stories.flatMap(story => story.articles)]
  return openings.map(({ title, text }) => `${title}\n${text}`)
}
