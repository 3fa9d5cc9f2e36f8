import { type ErrorCode, type ErrorDetails, StoreError, UserError } from './model/errors.ts'
import type { FilterProblem } from './model/filter.ts'
import type { Message } from './model/message.ts'
import { openingOf } from './text/characters.ts'
import type { Words } from './text/words/en.ts'
import { reasonText } from './text/words/reasons.ts'

/** What the reader is told, and whether the operator must look at it. */
export interface Explained {
  readonly message: Message
  readonly isBug: boolean
}

function asUserError(error: unknown, reference: string): UserError {
  if (error instanceof UserError) return error
  if (error instanceof StoreError) return new UserError('storage', {}, { cause: error })
  return new UserError('unexpected', { reference }, { cause: error })
}

/** What the person wrote is repeated to them no longer than this, in UTF-16 units. */
const ECHO_LENGTH = 80
/** Details that repeat what was written; the others are our own words. */
const ECHOED = new Set(['value', 'words', 'name', 'topic', 'url'])

/** What is wrong with a filter rule, in words. */
function problemText(problem: string, details: ErrorDetails, { filterProblems }: Words): string {
  const sentences: Readonly<Record<FilterProblem, (details: ErrorDetails) => string>> = filterProblems
  const value = openingOf(details.value ?? '', ECHO_LENGTH)
  return new Map(Object.entries(sentences)).get(problem)?.({ ...details, value }) ?? ''
}

/** Details as they stand in a sentence: the name of a failure or a problem becomes words, long input is cut. */
function readable(details: ErrorDetails, words: Words): ErrorDetails {
  const shown = Object.entries(details).map(([key, text]) => {
    if (key === 'reason') return [key, reasonText(text, words)]
    if (key === 'problem') return [key, problemText(text, details, words)]
    return [key, ECHOED.has(key) ? openingOf(text, ECHO_LENGTH) : text]
  })
  return Object.fromEntries(shown)
}

/**
 * The one place where an error becomes a sentence.
 * @param error whatever was thrown
 * @param reference short mark under which the operator finds an unexpected error in the log
 */
export function explain(error: unknown, words: Words, reference: string): Explained {
  const { code, details } = asUserError(error, reference)
  const sentences: Readonly<Record<ErrorCode, (details: ErrorDetails) => string>> = words.errors
  const text = sentences[code](readable(details, words))
  return {
    message: { blocks: [{ kind: 'text', text }], actions: [], isError: true },
    isBug: code === 'unexpected' || code === 'storage',
  }
}
