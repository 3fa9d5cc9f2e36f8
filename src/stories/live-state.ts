import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import { carriersOf } from '../text/carriers.ts'
import { type Bridges, makeBridges } from './bridges.ts'
import type { ChangeLog } from './change-log.ts'
import { subjectsOf } from './kinship.ts'
import { type LiveArticle, stemsOfArticle } from './live-article.ts'
import { addArticle, type LiveStory, makeLiveStory } from './live-story.ts'
import { type Group, rearrange } from './rearrange.ts'
import { makeTermIndex, type TermIndex } from './term-index.ts'

/** The live articles, their stories, and the indexes by which they are found. */
export interface LiveState {
  readonly index: TermIndex
  readonly bridges: Bridges<LiveArticle>
  /** By handle. */
  readonly stories: Map<number, LiveStory>
  readonly storyOf: Map<ArticleId, LiveStory>
  readonly bySlot: Map<number, LiveArticle>
  readonly log: ChangeLog
  readonly freeHandles: number[]
  /** Stories that were ever opened. */
  opened: number
  /** Slot of the oldest live article. */
  firstSlot: number
}

/** An empty one. */
export const makeLiveState = (log: ChangeLog): LiveState => ({
  index: makeTermIndex(),
  bridges: makeBridges(),
  stories: new Map(),
  storyOf: new Map(),
  bySlot: new Map(),
  log,
  freeHandles: [],
  opened: 0,
  firstSlot: 0,
})

/** Opens a story without articles. */
export function openLiveStory(state: LiveState): LiveStory {
  const story = makeLiveStory(state.freeHandles.pop() ?? state.stories.size, state.opened++)
  state.stories.set(story.handle, story)
  return story
}

/** Only for a story without live articles: its handle is given to another. */
function close({ stories, freeHandles }: LiveState, { handle }: LiveStory): void {
  stories.delete(handle)
  freeHandles.push(handle)
}

function put({ storyOf, index }: LiveState, article: LiveArticle, story: LiveStory): void {
  storyOf.set(article.id, story)
  index.place(article.slot, story.handle)
}

/** Takes a new article into the indexes and adds it to a story. */
export function admit(state: LiveState, article: AnalysedArticle, story: LiveStory): LiveArticle {
  const { id, title, text, language, publishedAt, seenAt } = article
  const stems = stemsOfArticle(article)
  const { slot, length } = state.index.add(stems)
  const live: LiveArticle = {
    id,
    slot,
    language: language ?? '',
    publishedMs: publishedAt.getTime(),
    seenAt,
    textLength: text.length,
    logLength: Math.log(length),
    subjects: subjectsOf({ title, text, language: language ?? '' }, stems, language ?? ''),
  }
  state.bySlot.set(slot, live)
  state.bridges.add(live, carriersOf({ title, text, stems, language }))
  addArticle(story, live)
  put(state, live, story)
  return live
}

const isSame = (some: readonly LiveArticle[] | undefined, others: readonly LiveArticle[]): boolean =>
  some?.length === others.length && some.every((article, at) => article === others[at])

/** Notes for a story that was not there before from which one it was taken. */
function noteOrigin({ storyOf, log }: LiveState, story: LiveStory, emptied: ReadonlyMap<LiveStory, LiveStory>): void {
  const [first] = story.live
  const from = first === undefined ? undefined : storyOf.get(first.id)
  if (from?.id !== undefined && !emptied.has(from)) log.noteSplit(story, from)
}

/**
 * Gives the articles of some stories to these groups, and notes what became of the stories.
 * @param before all stories that have an article in a group; all their live articles are in the groups
 */
export function regroup(state: LiveState, before: readonly LiveStory[], groups: readonly Group[]): void {
  const members = new Map(before.map(story => [story, story.live] as const))
  const { stories, emptied } = rearrange(before, groups, () => openLiveStory(state))
  for (const [gone, heir] of emptied) {
    state.log.noteMerge(gone, heir)
    state.log.note(heir)
  }
  for (const story of stories) if (!members.has(story)) noteOrigin(state, story, emptied)
  for (const story of stories) {
    for (const article of story.live) if (state.storyOf.get(article.id) !== story) put(state, article, story)
    if (!isSame(members.get(story), story.live)) state.log.note(story)
  }
  for (const gone of emptied.keys()) close(state, gone)
}

/** Lets the oldest article go; its story keeps it as past, and is live no more when it was the last. */
export function leaveFirst(state: LiveState): void {
  const article = state.bySlot.get(state.firstSlot)
  if (article === undefined) return
  const story = state.storyOf.get(article.id)
  state.index.removeFirst()
  state.bridges.remove(article)
  state.bySlot.delete(article.slot)
  state.storyOf.delete(article.id)
  state.firstSlot++
  if (story === undefined) return
  story.live.splice(story.live.indexOf(article), 1)
  story.past.add(article.id)
  story.examined = Math.max(0, story.examined - 1)
  if (story.live.length === 0) close(state, story)
}
