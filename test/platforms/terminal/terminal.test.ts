import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { DeliveryError } from '../../../src/model/errors.ts'
import { claimedPart, keepsPlatformContract } from '../../contracts/platform.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { createStage, NOW, recorder, type Stage, textMessage } from './desk.ts'

const never = new AbortController().signal

async function runPipe(stage: Stage, text: string, handler = recorder(words => textMessage(`re ${words}`)).handler) {
  await stage.platform.start(handler, never)
  stage.input.end(text)
  const failed = await stage.ended
  return { failed, printed: stage.printed() }
}

keepsPlatformContract('terminal (pipe)', async () => {
  const stage = createStage(false)
  return {
    platform: stage.platform,
    address: 'here',
    seen: async () => (stage.printed() === '' ? [] : [stage.printed()]),
    async say(words) {
      const from = stage.printed().length
      stage.input.write(`/${words}\n`)
      await stage.until('\n\n', from)
      return stage.printed().slice(from)
    },
    stop: () => stage.platform.stop(),
  }
})

test('piped commands are echoed and answered in their order, however long each takes', async () => {
  const waits = new Map([['/slow', 20]])
  const { calls, handler } = recorder(async words => {
    for (let turn = 0; turn < (waits.get(words) ?? 0); turn += 1) await new Promise(resolve => setImmediate(resolve))
    return textMessage(`answer to ${words}`)
  })
  const { failed, printed } = await runPipe(
    createStage(false),
    '/slow\r\n\n  # a remark\n/fast\nlast without slash',
    handler,
  )
  expect(failed).toBe(false)
  expect(printed).toBe(
    '> /slow\nanswer to /slow\n\n> /fast\nanswer to /fast\n\n> last without slash\nanswer to last without slash\n\n',
  )
  expect(calls.map(call => call.request)[0]).toEqual({
    platform: 'terminal',
    address: 'here',
    userId: 'local',
    isManager: true,
    locale: 'en',
  })
})

test('a pipe failed when any answer said no, also when a later one did not', async () => {
  const { handler } = recorder(words => ({ ...textMessage(words), isError: words === '/bad' }))
  expect((await runPipe(createStage(false), '/good\n/bad\n/good\n', handler)).failed).toBe(true)
  expect((await runPipe(createStage(false), '/good\n', handler)).failed).toBe(false)
})

test('an empty pipe ends well and prints nothing', async () => {
  expect(await runPipe(createStage(false), '')).toEqual({ failed: false, printed: '' })
})

test.each(['exit', 'quit', '/exit', '/QUIT'])('%s ends a pipe before the lines after it', async word => {
  const { printed } = await runPipe(createStage(false), `/one\n${word}\n/two\n`)
  expect(printed).toBe('> /one\nre /one\n\n')
})

test('a handler that throws counts as a failure and the next command is answered', async () => {
  const stage = createStage(false)
  const { handler } = recorder(words => {
    if (words === '/bug') throw new Error('boom')
    return textMessage('fine')
  })
  const { failed, printed } = await runPipe(stage, '/bug\n/next\n', handler)
  expect(failed).toBe(true)
  expect(printed).toContain('fine')
  expect(printed).not.toContain('boom')
  expect(stage.logged).toEqual(['a command was not answered'])
})

test('no colour and no control character goes into a pipe', async () => {
  const { printed } = await runPipe(createStage(false), '/a\u001b[31m\n')
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

test('a keyboard whose answers go into a pipe gets plain lines', async () => {
  const stage = createStage(true)
  Object.assign(stage.output, { isTTY: false })
  expect((await runPipe(stage, '/one\n')).printed).toBe('> /one\nre /one\n\n')
})

test('a reader that goes away ends the session quietly', async () => {
  const stage = createStage(false)
  const { calls, handler } = recorder(() => {
    stage.output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    return textMessage('nobody reads this')
  })
  const { failed } = await runPipe(stage, '/one\n/two\n', handler)
  expect(failed).toBe(false)
  expect(calls).toHaveLength(1)
})

test.each([
  [false, true],
  [true, false],
])('an input that breaks ends the session (keyboard: %s, failed: %s)', async (isTTY, failed) => {
  const stage = createStage(isTTY)
  await stage.platform.start(recorder(words => textMessage(`re ${words}`)).handler, never)
  stage.input.write('/one\n')
  await stage.until('re /one')
  stage.input.destroy(new Error('read EIO'))
  expect(await stage.ended).toBe(failed)
})

test('a session that is over before it began ends at once', async () => {
  const controller = new AbortController()
  controller.abort()
  for (const isTTY of [false, true]) {
    const stage = createStage(isTTY)
    const { calls, handler } = recorder(() => textMessage('late'))
    await stage.platform.start(handler, controller.signal)
    stage.input.write('/one\n')
    await stage.ended
    expect(calls).toHaveLength(0)
  }
})

test('receipts differ from each other, and a post is set apart by a line with the time', async () => {
  const stage = createStage(false)
  await stage.platform.start(recorder(() => textMessage('')).handler, never)
  const part = claimedPart(stage.platform, 'here', textMessage('Good morning.'))
  const receipts = [await stage.platform.send(part, never), await stage.platform.send(part, never)]
  expect(new Set(receipts.map(receipt => receipt.messageId)).size).toBe(2)
  expect(stage.printed()).toMatch(/^── 4 Mar 2026, 05:06 UTC ─+\nGood morning\.\n\n── /)
  await stage.platform.stop()
})

test('a post to a terminal that is not open is proven unsent', async () => {
  const stage = createStage(false)
  const part = claimedPart(stage.platform, 'here', textMessage('Good morning.'))
  await expect(stage.platform.send(part, never)).rejects.toMatchObject({ name: 'DeliveryError', outcome: 'retry' })
  await stage.platform.start(recorder(() => textMessage('')).handler, never)
  await stage.platform.stop()
  await expect(stage.platform.send(part, never)).rejects.toThrow(DeliveryError)
})

test('stop waits for the answer under way, takes no more lines and does not report an end', async () => {
  const stage = createStage(false)
  const gate = Promise.withResolvers<void>()
  const { calls, handler } = recorder(async words => {
    await gate.promise
    return textMessage(`done ${words}`)
  })
  let hasEnded = false
  void stage.ended.then(() => {
    hasEnded = true
  })
  await stage.platform.start(handler, never)
  stage.input.write('/one\n/two\n')
  await stage.until('> /one\n')
  const stopped = stage.platform.stop()
  gate.resolve()
  await stopped
  expect(stage.printed()).toBe('> /one\ndone /one\n\n')
  expect(calls).toHaveLength(1)
  expect(hasEnded).toBe(false)
})

test('stopping ends though nobody reads what was printed', async () => {
  const clock = createFakeClock(NOW)
  const stuck = new Writable({ write: () => undefined })
  const stage = createStage(false, { clock, output: stuck })
  const { calls, handler } = recorder(() => textMessage('unread'))
  await stage.platform.start(handler, never)
  const unread = stage.platform.send(claimedPart(stage.platform, 'here', textMessage('Good morning.')), never)
  const unsent = expect(unread).rejects.toMatchObject({ outcome: 'retry' })
  stage.input.write('/one\n')
  const stopped = stage.platform.stop()
  await clock.advance(2_000)
  await stopped
  await unsent
  expect(calls).toHaveLength(0)
})

test('the signal of the start reaches the command under way and ends the session', async () => {
  const stage = createStage(false)
  const controller = new AbortController()
  const begun = Promise.withResolvers<void>()
  const { handler } = recorder((_words, signal) => {
    begun.resolve()
    return new Promise(resolve => signal.addEventListener('abort', () => resolve(textMessage('interrupted'))))
  })
  await stage.platform.start(handler, controller.signal)
  stage.input.write('/one\n/two\n')
  await begun.promise
  controller.abort()
  await stage.ended
  expect(stage.printed()).toBe('> /one\ninterrupted\n\n')
})

test('typing what a button of the last answer stands for presses it; after another answer it is words again', async () => {
  const made = createStage(false)
  const action = { id: 'kept-1', label: 'Yes', command: 'summary', options: { topic: 'all', sure: 'yes' } }
  const { calls, handler } = recorder(text => ({
    ...textMessage(`re ${text}`),
    actions: text === '/ask' ? [action] : [],
  }))
  await made.platform.start(handler, new AbortController().signal)
  made.input.end('/ask\n/summary all sure:yes\n/summary all sure:yes\n')
  await made.ended
  await made.platform.stop()
  expect(made.printed()).toContain('→ Yes: /summary all sure:yes')
  expect(calls.map(({ invocation }) => invocation)).toMatchObject([
    { kind: 'words', text: '/ask' },
    { kind: 'action', id: 'kept-1' },
    { kind: 'words', text: '/summary all sure:yes' },
  ])
})

test('a word of this terminal alone is answered here, with or without a slash; all others go to the application', async () => {
  const { calls, handler } = recorder(words => textMessage(`re ${words}`))
  const asides = { later: async () => textMessage('The late edition is out.') }
  const { printed } = await runPipe(createStage(false, { asides }), '/later\nlater\n/later on\n', handler)
  expect(printed).toBe(
    '> /later\nThe late edition is out.\n\n> later\nThe late edition is out.\n\n> /later on\nre /later on\n\n',
  )
  expect(calls).toHaveLength(1)
})
