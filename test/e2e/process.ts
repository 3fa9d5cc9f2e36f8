// Run as a child process: the whole bot with a clock and loops that the test moves through messages. The terminal
// channel is this process's own standard input and output.
import process from 'node:process'
import type { Config } from '../../config/env.ts'
import { assemble } from '../../src/assemble.ts'
import type { AllowedHost } from '../../src/feeds/guard.ts'
import type { Pack } from '../../src/model/feed.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { createRecordingLog } from '../fakes/log.ts'

/** How the test wants the child to be. */
export interface Setup {
  readonly config: Config
  readonly nowMs: number
  readonly allow: readonly AllowedHost[]
  readonly packs: readonly Pack[]
}

/** What the test orders; the child answers each with a Report. */
export type Order =
  | { readonly do: 'start'; readonly setup: Setup }
  | { readonly do: 'set'; readonly nowMs: number }
  | { readonly do: 'work'; readonly loop: 'poll' | 'digest' | 'deliver' }
  | { readonly do: 'stop' }

export interface Report {
  readonly errors: readonly string[]
}

function createRun() {
  const log = createRecordingLog()
  const clock = createFakeClock(new Date(0))
  let tidings: Awaited<ReturnType<typeof assemble>> | undefined

  async function start({ config, nowMs, allow, packs }: Setup): Promise<void> {
    clock.set(new Date(nowMs))
    const ticker = () => ({ stop: async () => {} })
    const { stdin: input, stdout: output } = process
    const terminal = { input, output, onEnd: () => {} }
    tidings = await assemble({ config, clock, ticker, random: () => 0.5, log, packs, allow, terminal })
    await tidings.app.start()
  }

  return async (order: Order): Promise<Report> => {
    if (order.do === 'start') await start(order.setup)
    if (order.do === 'set') clock.set(new Date(order.nowMs))
    if (order.do === 'work') await tidings?.app.work[order.loop]()
    if (order.do === 'stop') await tidings?.close()
    const errors = log.lines.filter(({ level }) => level === 'error')
    return { errors: errors.map(({ fields, message }) => `${message}: ${String(fields.error ?? '')}`) }
  }
}

const run = createRun()
process.on('message', (order: Order) => {
  run(order).then(
    report => process.send?.(report),
    error => process.send?.({ errors: [String(error?.stack ?? error)] } satisfies Report),
  )
})
