import { z } from 'zod'

/** A bullet as a model proposes it. */
export interface Proposal {
  readonly text: string
  /** Numbers of the sentences that it says to rest on. */
  readonly sentences: readonly number[]
}

/** No story has so many bullets. */
const MOST_PROPOSALS = 24
const MOST_NUMBERS = 8

const numberSchema = z.union([z.number(), z.string().transform(text => Number(/\d+/.exec(text)?.[0] ?? Number.NaN))])
const proposalSchema = z.object({
  text: z.string(),
  sentences: z.union([z.array(numberSchema), numberSchema.transform(number => [number])]),
})
const answerSchema = z.union([
  z.object({ bullets: z.array(z.unknown()) }).transform(({ bullets }) => bullets),
  z.array(z.unknown()),
])

/** The places where models put their JSON: alone, in a fence, or between other text. */
function* candidatesIn(text: string): Generator<string> {
  const spoken = text.slice(text.lastIndexOf('</think>') + 1)
  yield spoken
  const fence = spoken.indexOf('```')
  const fenceEnd = spoken.indexOf('```', fence + 3)
  if (fence >= 0 && fenceEnd > fence) yield spoken.slice(fence + 3, fenceEnd).replace(/^\w+\s/, '')
  for (const [open, close] of ['{}', '[]']) {
    const start = spoken.indexOf(open ?? '')
    const end = spoken.lastIndexOf(close ?? '')
    if (start >= 0 && end > start) yield spoken.slice(start, end + 1)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads what a model answered: JSON as asked for, perhaps in a fence or between other text.
 * @returns the proposals that are whole, at most 24; undefined when there is no such JSON
 */
export function readAnswer(text: string): readonly Proposal[] | undefined {
  for (const candidate of candidatesIn(text)) {
    const answer = answerSchema.safeParse(parseJson(candidate))
    if (!answer.success) continue
    return answer.data.slice(0, MOST_PROPOSALS).flatMap(entry => {
      const { data } = proposalSchema.safeParse(entry)
      if (data === undefined) return []
      const numbers = data.sentences.filter(number => Number.isSafeInteger(number) && number > 0)
      return [{ text: data.text, sentences: [...new Set(numbers)].slice(0, MOST_NUMBERS) }]
    })
  }
  return undefined
}
