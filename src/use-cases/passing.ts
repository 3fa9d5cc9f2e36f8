import { setImmediate as nextTurn } from 'node:timers/promises'
import { createFilter, type Filter } from '../digests/filter.ts'
import type { AnalysedArticle } from '../model/article.ts'
import type { ChannelId } from '../model/briefing.ts'
import type { FilterRule, FilterTrial } from '../model/filter.ts'
import type { AppParts } from './parts.ts'

/** Articles judged before others get their turn; with the heaviest patterns that a channel may have, tens of milliseconds. */
const JUDGED_AT_ONCE = 4

/** An article that a channel's filters keep out, and the rule that does; no rule: none of the `only` rules fits it. */
export interface HiddenArticle {
  readonly article: AnalysedArticle
  readonly by?: FilterRule
}

/** What a channel is told of some articles. */
export interface Passed {
  readonly articles: readonly AnalysedArticle[]
  readonly hidden: readonly HiddenArticle[]
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
  if (rules.length === 0) return { articles, hidden: [] }
  const filter = createFilter(rules)
  const unreadable = filter.unreadable.map(({ number }) => number)
  if (unreadable.length > 0) log.error({ channel: channelId, rules: unreadable }, 'filter rules can not be read')
  const items = await judgeAll(filter, articles, signal)
  const verdicts = new Map(items.map(({ article, verdict }) => [article.id, verdict] as const))
  return {
    articles: articles.filter(({ id }) => verdicts.get(id)?.isKept !== false),
    hidden: articles.flatMap(article => {
      const verdict = verdicts.get(article.id)
      return verdict?.isKept === false ? [{ article, ...(verdict.by === undefined ? {} : { by: verdict.by }) }] : []
    }),
  }
}
