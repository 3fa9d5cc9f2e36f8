import { createHash } from 'node:crypto'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { StateStore } from '../ports/store.ts'
import { createBreaker } from './breaker.ts'
import { type Proposal, readAnswer } from './model-answer.ts'
import { ANSWER_TOKENS, type AskModel, createModelClient, type ModelAccess, ModelError } from './model-client.ts'
import type { StoryPrompt } from './model-prompt.ts'
import { createTokenBudget, type TokenBudget, tokensOf } from './token-budget.ts'

/** Answers that are remembered: channels that take the same feeds get the same story within minutes. */
const REMEMBERED = 200

export interface LlmOptions extends ModelAccess {
  /** Tokens that a day (UTC) may cost over all channels. */
  readonly dailyTokens: number
}

export interface LlmParts {
  readonly store: Pick<StateStore, 'getValue' | 'setValue'>
  readonly clock: Clock
  readonly log: Log
}

/** Why a question was not asked, or its answer is of no use; safe to log. */
type NoAnswer = 'overBudget' | 'garbage'

const keyOf = ({ prompt }: StoryPrompt): string =>
  createHash('sha256').update(prompt.system).update('\n').update(prompt.user).digest('base64')

/** Answers by question, the oldest forgotten first. */
function createMemory(): Map<string, readonly Proposal[]> & {
  remember(key: string, value: readonly Proposal[]): void
} {
  const memory = new Map<string, readonly Proposal[]>()
  return Object.assign(memory, {
    remember(key: string, value: readonly Proposal[]): void {
      memory.set(key, value)
      const [oldest] = memory.keys()
      if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest)
    },
  })
}

/** Asks, and gives up when the clock says so. @throws ModelError 'slow' and what `ask` throws */
async function askWithin(
  limitMs: number,
  ask: (signal: AbortSignal) => ReturnType<AskModel>,
  clock: Clock,
  signal: AbortSignal,
): ReturnType<AskModel> {
  const late = new AbortController()
  const done = new AbortController()
  void clock.sleep(limitMs, done.signal).then(
    () => late.abort(new ModelError('slow')),
    () => undefined,
  )
  try {
    return await ask(AbortSignal.any([signal, late.signal]))
  } finally {
    done.abort()
  }
}

/** Asks within the budget of the day and books what it did cost. */
async function askForTokens(
  { prompt }: StoryPrompt,
  budget: TokenBudget,
  ask: () => ReturnType<AskModel>,
): Promise<string | undefined> {
  const asked = tokensOf(prompt.system) + tokensOf(prompt.user)
  const booked = asked + ANSWER_TOKENS
  if (!(await budget.book(booked))) return undefined
  try {
    const { text, tokens } = await ask()
    await budget.settle(booked, tokens ?? asked + tokensOf(text))
    return text
  } catch (error) {
    // What was turned away costs nothing; what was given up may have been worked at.
    const isFree = error instanceof ModelError && ['unreachable', 'busy', 'refused'].includes(error.kind)
    await budget.settle(booked, isFree ? 0 : asked)
    throw error
  }
}

/** The model, asked with patience and money that end. */
export interface Questions {
  /** True while the model is not to be asked, because it failed again and again. */
  isPaused(): boolean
  /** Tokens that a question may have today. */
  room(): Promise<number>
  /**
   * @param limitMs how long to wait
   * @returns what the model proposes; undefined when it was not asked or made no sense, which is logged
   * @throws ModelError, StoreError; the signal's reason when that was aborted
   */
  ask(story: StoryPrompt, limitMs: number, signal: AbortSignal): Promise<readonly Proposal[] | undefined>
  /** Notes that asking failed. */
  failed(error: unknown): void
}

/** Asks one endpoint within the day's budget, remembers answers, and rests for a while when it fails. */
export function createQuestions(options: LlmOptions, { store, clock, log }: LlmParts): Questions {
  const { model } = options
  const ask = createModelClient(options)
  const breaker = createBreaker(clock)
  const budget = createTokenBudget(options.dailyTokens, { store, clock })
  const memory = createMemory()

  const noAnswer = (reason: NoAnswer): undefined => void log.warn({ model, reason }, 'the model words no bullets')

  return {
    isPaused: breaker.isOpen,
    room: async () => (await budget.left()) - ANSWER_TOKENS,
    async ask(story, limitMs, signal) {
      const key = keyOf(story)
      const known = memory.get(key)
      if (known !== undefined) return known
      const within = () => askWithin(limitMs, given => ask(story.prompt, given), clock, signal)
      const text = await askForTokens(story, budget, within)
      if (text === undefined) return noAnswer('overBudget')
      const proposals = readAnswer(text)
      if (proposals === undefined) {
        breaker.failed()
        return noAnswer('garbage')
      }
      breaker.succeeded()
      memory.remember(key, proposals)
      return proposals
    },
    failed(error) {
      if (!(error instanceof ModelError)) {
        log.error({ model, error }, 'the model could not be asked')
        return
      }
      breaker.failed(error.retryAfterMs)
      const { kind, status } = error
      log.warn({ model, reason: kind, ...(status === undefined ? {} : { status }) }, 'the model words no bullets')
    },
  }
}
