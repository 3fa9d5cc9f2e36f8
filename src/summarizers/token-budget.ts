import { z } from 'zod'
import type { Clock } from '../ports/clock.ts'
import type { StateStore } from '../ports/store.ts'

const KEY = 'llm spent'
/** Requests of one day (UTC), whatever they cost: a server may count nothing. */
const REQUESTS_A_DAY = 2_000
/** UTF-8 bytes of one token: four letters of English, fewer of scripts that take more bytes. */
const BYTES_A_TOKEN = 4

/** About how many tokens a text has. */
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN)

const spentSchema = z.object({ day: z.string(), requests: z.number(), tokens: z.number() })
type Spent = z.output<typeof spentSchema>

function decode(text: string | undefined): Spent | undefined {
  try {
    return spentSchema.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}

/** What a day may cost, over all channels. Every method may throw StoreError: what can not be counted is not to be spent. */
export interface TokenBudget {
  /** Tokens that are left today; 0 when the requests are used up. */
  left(): Promise<number>
  /**
   * Books a request before it is sent, so that a process that dies has counted it.
   * @returns false when the day has not so much left: nothing is booked then
   */
  book(tokens: number): Promise<boolean>
  /** Replaces what was booked by what it did cost. */
  settle(booked: number, spent: number): Promise<void>
}

/** The budget of one day (UTC), kept in the store. */
export function createTokenBudget(
  dailyTokens: number,
  { store, clock }: { readonly store: Pick<StateStore, 'getValue' | 'setValue'>; readonly clock: Clock },
): TokenBudget {
  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other: two stories that are asked about at once must not both spend the rest. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  async function read(): Promise<Spent> {
    const today = clock.now().toISOString().slice(0, 10)
    const known = decode(await store.getValue(KEY))
    // A clock that is set back gives no second budget.
    return known !== undefined && known.day >= today ? known : { day: today, requests: 0, tokens: 0 }
  }
  const write = (spent: Spent): Promise<void> => store.setValue(KEY, JSON.stringify(spent))
  const leftOf = ({ requests, tokens }: Spent): number =>
    requests >= REQUESTS_A_DAY ? 0 : Math.max(0, dailyTokens - tokens)

  return {
    left: () => inTurn(async () => leftOf(await read())),
    book: tokens =>
      inTurn(async () => {
        const spent = await read()
        if (tokens > leftOf(spent)) return false
        await write({ ...spent, requests: spent.requests + 1, tokens: spent.tokens + tokens })
        return true
      }),
    settle: (booked, cost) =>
      inTurn(async () => {
        const spent = await read()
        await write({ ...spent, tokens: Math.max(0, spent.tokens - booked + cost) })
      }),
  }
}
