import type { Answer, RecordedRequest } from './publisher.ts'

/** How well a reader behaves towards one feed, counted as https://rachelbythebay.com/fs/help.html does. */
export interface ReaderScore {
  readonly requests: number
  /** Without If-None-Match and If-Modified-Since; one in a feed's life is right. */
  readonly unconditional: number
  /** Validators that were ours once, but not in our last answer. */
  readonly outOfSequence: number
  /** Validators that we never gave. */
  readonly bogus: number
  /** Sooner than an hour after the last request, or than we asked for by max-age or Retry-After. */
  readonly tooSoon: number
  readonly cookies: number
  readonly referrers: number
  /** For the same path with another query than the feed's own. */
  readonly queryChanges: number
}

const HOUR_MS = 3_600_000
const SECOND_MS = 1000

type Marks = Readonly<Record<'if-none-match' | 'if-modified-since', string | undefined>>

const headerOf = ({ headers = {} }: Answer, name: string): string | undefined => {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** What the answer lets the reader send next time; one that is no feed (not `isConditional`) leaves things as they were. */
function marksOf(answer: Answer, before: Marks, isUnchanged: boolean): Marks {
  const etag = headerOf(answer, 'etag')
  const modified = headerOf(answer, 'last-modified')
  if ((answer.status ?? 200) !== 200 || answer.isConditional !== true) return before
  return isUnchanged
    ? { 'if-none-match': etag ?? before['if-none-match'], 'if-modified-since': modified ?? before['if-modified-since'] }
    : { 'if-none-match': etag, 'if-modified-since': modified }
}

function waitOf(answer: Answer): number {
  const maxAge = /max-age=(\d+)/.exec(headerOf(answer, 'cache-control') ?? '')?.[1]
  const seconds = Math.max(Number(maxAge ?? 0), Number(headerOf(answer, 'retry-after') ?? 0))
  return Math.max(seconds * SECOND_MS, HOUR_MS)
}

/** Watches the requests for one feed and how they are answered. */
export function createReaderScorer(now: () => Date) {
  const score = {
    requests: 0,
    unconditional: 0,
    outOfSequence: 0,
    bogus: 0,
    tooSoon: 0,
    cookies: 0,
    referrers: 0,
    queryChanges: 0,
  }
  const given = new Set<string>()
  let marks: Marks = { 'if-none-match': undefined, 'if-modified-since': undefined }
  let notBeforeMs = 0

  return {
    score: score satisfies ReaderScore as ReaderScore,
    /** A request whose query is not the feed's; it is answered as an unknown page. */
    seeOtherQuery(): void {
      score.queryChanges += 1
    },
    /** @param isUnchanged it is answered with 304 */
    see({ headers }: RecordedRequest, answer: Answer, isUnchanged: boolean): void {
      const names = ['if-none-match', 'if-modified-since'] as const
      score.requests += 1
      if (names.every(name => headers[name] === undefined)) score.unconditional += 1
      for (const name of names) {
        const value = headers[name]
        if (value === undefined && marks[name] !== undefined) score.outOfSequence += 1
        if (value === undefined || value === marks[name]) continue
        if (given.has(`${name} ${value}`)) score.outOfSequence += 1
        else score.bogus += 1
      }
      if (now().getTime() < notBeforeMs) score.tooSoon += 1
      if (headers.cookie !== undefined) score.cookies += 1
      if (headers.referer !== undefined) score.referrers += 1
      marks = marksOf(answer, marks, isUnchanged)
      for (const name of names) given.add(`${name} ${marks[name]}`)
      notBeforeMs = now().getTime() + waitOf(answer)
    },
  }
}
