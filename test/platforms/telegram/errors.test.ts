import { inspect } from 'node:util'
import { HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { describeError, toDeliveryError } from '../../../src/platforms/telegram/errors.ts'

const TARGET = { chatId: 1 }
const URL_WITH_TOKEN = 'https://api.telegram.org/bot1:secret/sendMessage'

/** As grammY throws it: the cause names the address that was called. */
function networkError(code: string | undefined, reason = ''): HttpError {
  const cause = new Error(`request to ${URL_WITH_TOKEN} failed, reason: ${reason}`)
  return new HttpError(
    "Network request for 'sendMessage' failed!",
    code === undefined ? cause : Object.assign(cause, { code }),
  )
}

test.each([
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.telegram.org', 'retry'],
  ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN', 'retry'],
  ['ECONNREFUSED', '', 'retry'],
  ['EHOSTUNREACH', 'connect EHOSTUNREACH', 'retry'],
  ['ETIMEDOUT', 'connect ETIMEDOUT 149.154.167.220:443', 'retry'],
  ['ETIMEDOUT', '', 'retry'],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'retry'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'retry'],
  ['ETIMEDOUT', 'read ETIMEDOUT', 'uncertain'],
  ['ECONNRESET', 'socket hang up', 'uncertain'],
  ['EPIPE', 'write EPIPE', 'uncertain'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'Premature close', 'uncertain'],
  [undefined, "Request to 'sendMessage' timed out after 30 seconds", 'uncertain'],
] as const)('%s "%s" means: %s', (code, reason, outcome) => {
  const error = toDeliveryError(networkError(code, reason), TARGET)
  expect(error.outcome).toBe(outcome)
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('secret')
})

test('a fault of ours is not sent again and again', () => {
  expect(toDeliveryError(new TypeError(URL_WITH_TOKEN), TARGET)).toMatchObject({
    outcome: 'rejected',
    message: 'The part can not be sent: TypeError',
  })
  expect(describeError('words')).toBe('string')
})
