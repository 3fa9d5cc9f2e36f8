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

/** A failure's name, as the fetcher gives it, becomes words. */
function translated(details: ErrorDetails, words: Words): ErrorDetails {
  const reasons: ErrorDetails = words.fetchReasons
  const reason = details.reason === undefined ? undefined : reasons[details.reason]
  return reason === undefined ? details : { ...details, reason }
}

/**
 * The one place where an error becomes a sentence.
 * @param error whatever was thrown
 * @param reference short mark under which the operator finds an unexpected error in the log
 */
export function explain(error: unknown, words: Words, reference: string): Explained {
  const { code, details } = asUserError(error, reference)
  const sentences: Readonly<Record<ErrorCode, (details: ErrorDetails) => string>> = words.errors
  const text = sentences[code](translated(details, words))
  return {
    message: { blocks: [{ kind: 'text', text }], actions: [], audience: 'private', isError: true },
    isBug: code === 'unexpected' || code === 'storage',
  }
}
