import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import type { Completion } from './completion.ts'
import { HISTORY_SIZE, type History } from './history.ts'
import { type Desk, isExit, type Session, type TerminalInput, type TerminalOutput } from './session.ts'

export interface PromptOptions {
  readonly input: TerminalInput
  readonly output: TerminalOutput
  readonly prompt: string
  /** How to leave; shown after Ctrl-C. */
  readonly interrupted: string
  readonly history: History
  readonly signal: AbortSignal
  complete(line: string): Promise<Completion>
}

function createLines(options: PromptOptions): Interface {
  return createInterface({
    input: options.input,
    output: options.output,
    terminal: true,
    prompt: options.prompt,
    history: [...options.history.lines],
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      options.complete(line).then(
        ({ candidates, replaced }) => done(null, [[...candidates], replaced]),
        () => done(null, [[], line]),
      )
    },
  })
}

/** How many rows the next prompt will move up before it draws; Interface keeps it outside of its published type. */
function rowsToClimb(lines: Interface, rows: number): number {
  return 'prevRows' in lines && typeof lines.prevRows === 'number' ? lines.prevRows : rows
}

/** Writes above the line that is being typed; the line is drawn again by the next prompt. */
async function writeAbove(lines: Interface, output: TerminalOutput, desk: Desk, text: string): Promise<boolean> {
  const { rows } = lines.getCursorPos()
  if (rows > 0) moveCursor(output, 0, -rows)
  cursorTo(output, 0)
  clearScreenDown(output)
  // Empty lines make room for the climb of the next prompt.
  return desk.write(`${text}\n${'\n'.repeat(rowsToClimb(lines, rows))}`)
}

/**
 * Asks for commands at a keyboard: history, TAB completion; Ctrl-C empties the line and names the way out, twice ends,
 * as Ctrl-D and the exit words do. What arrives meanwhile is printed above the typed line.
 */
export function openPrompt(options: PromptOptions, desk: Desk): Session {
  const { output, history, signal } = options
  const lines = createLines(options)
  let underWay = Promise.resolve()
  let waiting = 0
  let isOpen = true
  let isClosing = false
  let hasInterrupted = false
  let running: AbortController | undefined

  const show = async (text: string): Promise<boolean> => {
    const shown = isOpen ? await writeAbove(lines, output, desk, text) : await desk.write(`${text}\n`)
    if (isOpen && waiting === 0) lines.prompt(true)
    return shown
  }
  const answer = async (line: string): Promise<void> => {
    running = new AbortController()
    const { text } = await desk.answer(line, AbortSignal.any([signal, running.signal]))
    running = undefined
    waiting -= 1
    await show(`${text}\n`)
  }
  lines.on('line', line => {
    hasInterrupted = false
    const words = line.trim()
    if (isExit(words)) lines.close()
    else if (words === '') lines.prompt()
    else {
      history.add(words)
      waiting += 1
      underWay = underWay.then(() => answer(words))
    }
  })
  lines.on('SIGINT', () => {
    const isIdle = lines.line === '' && running === undefined
    if (isIdle && hasInterrupted) return lines.close()
    hasInterrupted = true
    running?.abort()
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
    void show(options.interrupted)
  })
  lines.on('close', () => {
    isOpen = false
    underWay = underWay
      .then(() => desk.write('\n'))
      .then(() => history.flush())
      .then(() => {
        if (!isClosing) desk.ended(false)
      })
  })
  lines.on('error', () => lines.close())
  signal.addEventListener('abort', () => lines.close(), { once: true })
  if (signal.aborted) lines.close()
  else lines.prompt()
  return {
    print: text => show(`${text}\n`),
    async close() {
      isClosing = true
      if (isOpen) lines.close()
      await underWay
    },
  }
}
