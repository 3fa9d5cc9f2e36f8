import { type ErrorCode, type ErrorDetails, StoreError, UserError } from './model/errors.ts'
import type { Message } from './model/message.ts'
import type { Words } from './text/words/en.ts'

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

/** An error code's sentence. */
export function sentenceFor(code: ErrorCode, details: ErrorDetails, words: Words): string {
  const sentences: Readonly<Record<ErrorCode, (details: ErrorDetails) => string>> = words.errors
  return sentences[code](details)
}

/**
 * The one place where an error becomes a sentence.
 * @param error whatever was thrown
 * @param reference short mark under which the operator finds an unexpected error in the log
 */
export function explain(error: unknown, words: Words, reference: string): Explained {
  const { code, details } = asUserError(error, reference)
  const text = sentenceFor(code, details, words)
  return {
    message: { blocks: [{ kind: 'text', text }], actions: [], audience: 'private', isError: true },
    isBug: code === 'unexpected' || code === 'storage',
  }
}
