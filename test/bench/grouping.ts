import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnalysedArticle, ArticleId } from '../../src/model/article.ts'
import type { FeedId } from '../../src/model/feed.ts'
import type { StoryId } from '../../src/model/story.ts'
import { groupStories } from '../../src/stories/cluster.ts'
import { makeLiveStories } from '../../src/stories/live-stories.ts'
import { detectLanguage } from '../../src/text/language.ts'
import { analyse } from '../../src/text/terms.ts'

const SETS = ['cluster_uci', 'cluster_neus', 'cluster_allsides_dated']
const BATCHES = [1, 10, 100]
const READ_CHARACTERS = 1500
/** Where a set has no dates, all of its articles are of one day. */
const UNDATED = new Date(Date.UTC(2020, 0, 1))

interface Row {
  readonly title: string
  readonly text?: string
  readonly date?: string
  readonly story: string
}

/** B-cubed F1, 0 to 100 (Bagga and Baldwin 1998, https://aclanthology.org/P98-1012/). */
function bCubed(gold: readonly string[], found: readonly (string | number)[]): number {
  const both = Map.groupBy(gold.keys(), at => JSON.stringify([gold[at], found[at]]))
  const inGold = Map.groupBy(gold.keys(), at => gold[at])
  const inFound = Map.groupBy(gold.keys(), at => found[at])
  let [precision, recall] = [0, 0]
  for (const members of both.values()) {
    const [at = 0] = members
    const square = members.length ** 2
    precision += square / (inFound.get(found[at] ?? '')?.length ?? 1)
    recall += square / (inGold.get(gold[at] ?? '')?.length ?? 1)
  }
  return (200 * precision * recall) / (precision + recall) / gold.length
}

function articleOf({ title, text = '', date }: Row, at: number): AnalysedArticle {
  const language = detectLanguage(`${title}. ${text.slice(0, READ_CHARACTERS)}`)
  const publishedAt = date === undefined ? UNDATED : new Date(date)
  const terms = {
    title: analyse(title, language).join(' '),
    text: analyse(text.slice(0, READ_CHARACTERS), language).join(' '),
  }
  return {
    id: `a${at}` as ArticleId,
    feedId: 'f' as FeedId,
    outlet: '',
    url: '',
    title,
    text,
    ...(language === undefined ? {} : { language }),
    publishedAt,
    seenAt: publishedAt,
    authors: [],
    topics: [],
    terms,
  }
}

/** The stories that articles end in when they come in order of time, in batches of this size. */
function joined(articles: readonly AnalysedArticle[], batch: number): ReadonlyMap<ArticleId, StoryId> {
  let opened = 0
  const live = makeLiveStories({ newId: () => `s${opened++}` as StoryId })
  const storyOf = new Map<ArticleId, StoryId>()
  for (let at = 0; at < articles.length; at += batch) {
    const arrived = articles.slice(at, at + batch)
    live.forget(arrived.at(-1)?.seenAt ?? UNDATED)
    for (const article of arrived) live.join(article)
    for (const { id, articleIds } of live.takeChanges().stories)
      for (const articleId of articleIds) storyOf.set(articleId, id)
  }
  return storyOf
}

function qualityOf(rows: readonly Row[]): Readonly<Record<string, string>> {
  const articles = rows.map(articleOf)
  const gold = rows.map(({ story }) => story)
  const plain = articles.map(({ id, title, text }, at) => ({
    id: id as string,
    title,
    text,
    publishedAt: rows[at]?.date === undefined ? undefined : articles[at]?.publishedAt,
  }))
  const groupOf = new Map(groupStories(plain).flatMap(({ articleIds }, at) => articleIds.map(id => [id, at] as const)))
  const inTime = articles.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
  const byBatch = BATCHES.map(batch => {
    const storyOf = joined(inTime, batch)
    return [
      `in batches of ${batch}`,
      bCubed(
        gold,
        articles.map(({ id }) => storyOf.get(id) ?? ''),
      ).toFixed(2),
    ]
  })
  const atOnce = bCubed(
    gold,
    articles.map(({ id }) => groupOf.get(id) ?? -1),
  ).toFixed(2)
  return { 'at once': atOnce, ...Object.fromEntries(byBatch) }
}

/** Prints B-cubed F1 of the measured sets in a folder, grouped at once and as they arrive; nothing when they are not there. */
export function printGroupingQuality(folder: string): void {
  const files = SETS.map(name => [name, join(folder, `${name}.jsonl`)] as const).filter(([, file]) => existsSync(file))
  if (files.length === 0) return
  console.log('B-cubed F1 of grouping')
  console.table(
    Object.fromEntries(
      files.map(([name, file]) => {
        const lines = readFileSync(file, 'utf8').trim().split('\n')
        return [name, qualityOf(lines.map(line => JSON.parse(line) as Row))]
      }),
    ),
  )
}
