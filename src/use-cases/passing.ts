import { setImmediate as nextTurn } from 'node:timers/promises'
import { createFilter, type Filter } from '../digests/filter.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { ChannelId } from '../model/briefing.ts'
import type { FilterTrial } from '../model/filter.ts'
import type { AppParts } from './parts.ts'

/** Articles judged before others get their turn; with the heaviest patterns that a channel may have, tens of milliseconds. */
const JUDGED_AT_ONCE = 4

/** What a channel is told of some articles. */
export interface Passed {
  readonly articles: readonly AnalysedArticle[]
  /** How many its filters kept out. */
  readonly hidden: number
}

/** The verdict on each article, in their order; others get their turn in between. @throws the signal's reason when it was aborted */
export async function judgeAll(
  filter: Filter,
  articles: readonly AnalysedArticle[],
  signal: AbortSignal | undefined,
): Promise<FilterTrial['items']> {
  const items: FilterTrial['items'][number][] = []
  for (const [index, article] of articles.entries()) {
    items.push({ article, verdict: filter.judge(article) })
    if (index % JUDGED_AT_ONCE === JUDGED_AT_ONCE - 1) await nextTurn()
    signal?.throwIfAborted()
  }
  return items
}

/** The articles that the channel's filters let through, in their order. */
export async function passFilters(
  channelId: ChannelId,
  articles: readonly AnalysedArticle[],
  { store, log }: Pick<AppParts, 'store' | 'log'>,
  signal?: AbortSignal,
): Promise<Passed> {
  const rules = articles.length === 0 ? [] : await store.listFilters(channelId)
  if (rules.length === 0) return { articles, hidden: 0 }
  const filter = createFilter(rules)
  const unreadable = filter.unreadable.map(({ number }) => number)
  if (unreadable.length > 0) log.error({ channel: channelId, rules: unreadable }, 'filter rules can not be read')
  const items = await judgeAll(filter, articles, signal)
  const hidden = new Set(items.filter(({ verdict }) => !verdict.isKept).map(({ article }) => article.id))
  return { articles: articles.filter(({ id }) => !hidden.has(id)), hidden: hidden.size }
}
