/**
 * How fast articles are grouped and told: at once, one by one beside 50,000 live ones, and as bullets. On generated news,
 * which is the same on every machine; where the measured sets lie beside the project, the quality of grouping one by one is
 * printed beside that of grouping at once.
 *
 *   npm run bench -- digests [LIVE] [FOLDER]
 */
import type { AnalysedArticle } from '../../src/model/article.ts'
import type { StoryId } from '../../src/model/story.ts'
import { printEditions } from '../../src/newsstand/edition.ts'
import { groupStories } from '../../src/stories/cluster.ts'
import { type LiveStories, makeLiveStories } from '../../src/stories/live-stories.ts'
import { summarize } from '../../src/summarizers/library.ts'
import { printGroupingQuality } from './grouping.ts'
import { streamNews } from './news.ts'

const LIVE = 50_000
const FOLDER = '../shared/data/summaries'
const SEED = 7
const START_MS = Date.UTC(2026, 2, 1)
/** All of them fall into the 72 hours in which articles are compared. */
const STEP_MS = 5000
const AT_ONCE = 4000
const JOINED = 2000
/** The baseline groups everything anew for each batch; it is measured at fewer live articles, it grows with their number. */
const BASELINE_LIVE = 5000
const BATCH = 100
const SUMMARIES = 1500
const MIB = 2 ** 20
const MS_PER_SECOND = 1000
const US_PER_MS = 1000

interface Row {
  readonly '': string
  readonly 'articles/s': string
  readonly 'stories/s'?: string
  readonly 'ms each, mean'?: string
  readonly 'p99 ms'?: string
  readonly 'max ms'?: string
  readonly 'CPU ms each'?: string
  readonly note?: string
}

/** Runs the work. @returns milliseconds by the clock, and of processor time */
function timed(work: () => void): { readonly ms: number; readonly cpuMs: number } {
  const startedMs = performance.now()
  const cpu = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - startedMs, cpuMs: (user + system) / US_PER_MS }
}

const perSecond = (count: number, ms: number): string => ((count / ms) * MS_PER_SECOND).toFixed(0)

const take = (news: Generator<AnalysedArticle>, count: number): readonly AnalysedArticle[] =>
  Array.from({ length: count }, () => news.next().value as AnalysedArticle)

function groupAtOnce(): Row {
  const articles = take(streamNews(SEED, START_MS, STEP_MS), AT_ONCE)
  let stories = 0
  const { ms, cpuMs } = timed(() => {
    stories = groupStories(articles).length
  })
  return {
    '': `group ${AT_ONCE} at once`,
    'articles/s': perSecond(AT_ONCE, ms),
    'stories/s': perSecond(stories, ms),
    'CPU ms each': (cpuMs / AT_ONCE).toFixed(3),
    note: `${stories} stories`,
  }
}

function fill(live: LiveStories, news: Generator<AnalysedArticle>, count: number): void {
  for (let at = 0; at < count; at++) {
    live.join(news.next().value as AnalysedArticle)
    if (at % BATCH === BATCH - 1) live.takeChanges()
  }
}

function joinLive(liveCount: number): Row {
  let opened = 0
  const live = makeLiveStories({ newId: () => `s${opened++}` as StoryId })
  const news = streamNews(SEED, START_MS, STEP_MS)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const filling = timed(() => fill(live, news, liveCount))
  globalThis.gc?.()
  const after = process.memoryUsage()
  const mib = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / MIB
  const fresh = take(news, JOINED)
  const times: number[] = []
  const { ms, cpuMs } = timed(() => {
    for (const article of fresh) times.push(timed(() => live.join(article)).ms)
  })
  times.sort((a, b) => a - b)
  return {
    '': `join one by one, ${liveCount} live`,
    'articles/s': perSecond(JOINED, ms),
    'ms each, mean': (ms / JOINED).toFixed(3),
    'p99 ms': (times[Math.floor(JOINED * 0.99)] ?? 0).toFixed(2),
    'max ms': (times.at(-1) ?? 0).toFixed(1),
    'CPU ms each': (cpuMs / JOINED).toFixed(3),
    note: `${mib.toFixed(0)} MiB (tables ${(live.bytes / MIB).toFixed(0)}); filled at ${perSecond(liveCount, filling.ms)}/s`,
  }
}

/** What was done before there was an index: all live articles are compared anew when a batch arrives. */
function regroupAll(): Row {
  const articles = take(streamNews(SEED, START_MS, STEP_MS), BASELINE_LIVE)
  const { ms, cpuMs } = timed(() => void groupStories(articles))
  return {
    '': `baseline: all ${BASELINE_LIVE} anew for ${BATCH}`,
    'articles/s': perSecond(BATCH, ms),
    'ms each, mean': (ms / BATCH).toFixed(3),
    'max ms': ms.toFixed(0),
    'CPU ms each': (cpuMs / BATCH).toFixed(3),
  }
}

function tellBullets(): Row {
  const articles = printEditions(new Date(START_MS)).flatMap(edition => edition.articles)
  const texts = articles.map(({ title, body }) => ({ title, text: body.join('\n\n') }))
  const round = (count: number): void => {
    for (let at = 0; at < count; at++) {
      const article = texts[at % texts.length]
      if (article !== undefined) summarize(article, { bullets: 3 })
    }
  }
  round(texts.length)
  const { ms, cpuMs } = timed(() => round(SUMMARIES))
  return {
    '': '3 bullets of an article',
    'articles/s': perSecond(SUMMARIES, ms),
    'ms each, mean': (ms / SUMMARIES).toFixed(3),
    'CPU ms each': (cpuMs / SUMMARIES).toFixed(3),
    note: `${texts.length} articles of the newsstand, again and again`,
  }
}

/** Prints the table. @param args how many articles are live, and the folder of the measured sets; both may be absent */
export async function benchDigests([live = String(LIVE), folder = FOLDER]: readonly string[]): Promise<void> {
  const rows: readonly Row[] = [groupAtOnce(), joinLive(Number(live)), regroupAll(), tellBullets()]
  console.table(rows)
  printGroupingQuality(folder)
}
