import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Order, Report, Setup } from './process.ts'

const STEP_MS = 20
const PATIENCE_MS = 10_000

/** Waits until a condition outside our hands holds (another process, a socket). */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (!holds()) {
    if (performance.now() > until) throw new Error(`did not happen: ${what}`)
    await new Promise(resolve => setTimeout(resolve, STEP_MS))
  }
}

/** The bot in a process of its own. */
export interface Bot {
  order(order: Order): Promise<void>
  /** Types a line into the terminal channel; resolves with what is printed until the screen is quiet. */
  type(line: string, until: RegExp): Promise<string>
  /** All that the terminal has printed. */
  printed(): string
  /** SIGKILL: no time for anything. */
  kill(): Promise<void>
  stop(): Promise<void>
}

async function send(child: ChildProcess, order: Order): Promise<void> {
  const answer = once(child, 'message')
  child.send(order)
  const [report] = (await answer) as [Report]
  if (report.errors.length > 0) throw new Error(`${order.do}: ${report.errors.join('\n')}`)
}

/** Starts the bot; its channels can be spoken to when this resolves. */
export async function startBot(setup: Setup): Promise<Bot> {
  const child = fork(join(import.meta.dirname, 'process.ts'), {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    execArgv: [],
  })
  let screen = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    screen += text
  })
  await send(child, { do: 'start', setup })
  return {
    order: order => send(child, order),
    async type(line, until) {
      const before = screen.length
      child.stdin?.write(`${line}\n`)
      await eventually(`${line} answered with ${until}`, () => until.test(screen.slice(before)))
      return screen.slice(before)
    },
    printed: () => screen,
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      const gone = once(child, 'exit')
      await send(child, { do: 'stop' })
      child.disconnect()
      child.stdin?.end()
      await gone
    },
  }
}
