import { createInterface } from 'node:readline'
import { type Desk, isExit, type Session, type TerminalInput } from './session.ts'
import { plainText } from './width.ts'

/**
 * Reads commands line by line, each answered before the next is read; empty lines and lines that start with # are
 * passed over. The end of the input, or an exit word, ends the session; it failed when any answer said no or the input
 * broke.
 */
export function readPipe(input: TerminalInput, desk: Desk, signal: AbortSignal): Session {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false })
  const close = (): void => lines.close()
  lines.on('error', close)
  signal.addEventListener('abort', close, { once: true })
  let isClosing = false

  async function answerAll(): Promise<boolean> {
    let failed = false
    if (signal.aborted) return failed
    for await (const line of lines) {
      const words = plainText(line).trim()
      if (words === '' || words.startsWith('#')) continue
      if (isClosing || signal.aborted || isExit(words)) break
      if (!(await desk.write(`> ${words}\n`))) break
      const answer = await desk.answer(words, signal)
      failed ||= answer.isError
      if (!(await desk.write(`${answer.text}\n\n`))) break
    }
    return failed
  }

  // A broken input (EIO) ends the reading with an error: the commands after it were not given.
  const done = answerAll()
    .catch(() => true)
    .then(failed => {
      signal.removeEventListener('abort', close)
      if (!isClosing) desk.ended(failed)
    })
  return {
    print: text => desk.write(`${text}\n\n`),
    async close() {
      isClosing = true
      close()
      await done
    },
  }
}
