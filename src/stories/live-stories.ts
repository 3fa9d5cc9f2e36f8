import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import { carriersOf } from '../text/carriers.ts'
import { type Bridges, makeBridges } from './bridges.ts'
import { STORY_WINDOW_MS } from './closeness.ts'
import { type LiveArticle, stemsOfArticle } from './live-article.ts'
import { addArticle, type LiveStory, makeLiveStory, toStory } from './live-story.ts'
import { findPlace } from './placing.ts'
import { type Group, rearrange } from './rearrange.ts'
import { findRift } from './rift.ts'
import { makeTermIndex, type TermIndex } from './term-index.ts'

/** A story that ended in another, or began as a part of one. */
export interface StoryMove {
  readonly id: StoryId
  readonly other: StoryId
}

/** What became of the stories since the last time this was asked. */
export interface StoryChanges {
  /** New stories, and those whose articles changed. */
  readonly stories: readonly Story[]
  /** Stories that are one with another now; that one goes on. */
  readonly merged: readonly StoryMove[]
  /** New stories that were part of another. */
  readonly split: readonly StoryMove[]
}

/** All stories that may grow, with an index of their words. */
export interface LiveStories {
  /** Puts an article into the story of its event, or opens one; may merge stories or split one thereby. */
  join(article: AnalysedArticle): void
  /** Lets go what was seen more than 72 hours before; the stories keep it, but nothing is compared with it any more. */
  forget(now: Date): void
  takeChanges(): StoryChanges
  /** Puts back a kept story (see readmit); its articles count as past until they are put back as well. */
  restore(story: Story): void
  /** Puts back an article of a restored story, in order of arrival; one that belongs to none is left out. */
  readmit(article: AnalysedArticle): void
  has(id: ArticleId): boolean
  /** Live articles. */
  readonly size: number
  /** Bytes of the index's tables. */
  readonly bytes: number
}

export interface LiveStoriesOptions {
  /** Names a new story after its lead. */
  readonly newId: (lead: ArticleId) => StoryId
}

/** However many arrive in 72 hours, no more are compared with: the oldest are let go first. */
const MOST_LIVE = 200_000

interface Parts {
  readonly index: TermIndex
  readonly bridges: Bridges<LiveArticle>
  readonly stories: Map<number, LiveStory>
  readonly storyOf: Map<ArticleId, LiveStory>
  readonly bySlot: Map<number, LiveArticle>
}

/** Takes an article's words into the index. */
function admit(article: AnalysedArticle, { index, bridges, bySlot }: Parts): LiveArticle {
  const { id, title, text, language = '', publishedAt, seenAt } = article
  const { slot, length } = index.add(stemsOfArticle(article))
  const live: LiveArticle = {
    id,
    slot,
    language,
    publishedMs: publishedAt.getTime(),
    seenAt,
    textLength: text.length,
    logLength: Math.log(length),
  }
  bySlot.set(slot, live)
  bridges.add(live, carriersOf(title, text, article.language))
  return live
}

/** Remembers which stories changed until somebody asks. */
function makeChangeLog(newId: LiveStoriesOptions['newId']) {
  const changed = new Set<LiveStory>()
  const merged = new Map<StoryId, LiveStory>()
  const split = new Map<LiveStory, LiveStory>()
  const idOf = (story: LiveStory): StoryId => {
    if (story.leadId === undefined) throw new RangeError('a changed story has articles')
    story.id ??= newId(story.leadId)
    return story.id
  }
  return {
    note: (story: LiveStory): void => void changed.add(story),
    noteSplit: (part: LiveStory, from: LiveStory): void => void split.set(part, from),
    noteMerge(gone: LiveStory, into: LiveStory): void {
      changed.delete(gone)
      split.delete(gone)
      for (const [id, target] of merged) if (target === gone) merged.set(id, into)
      if (gone.id !== undefined) merged.set(gone.id, into)
    },
    take(): StoryChanges {
      const stories = [...changed].map(story => toStory({ ...story, id: idOf(story) }))
      const changes = {
        stories,
        merged: [...merged].map(([id, into]) => ({ id, other: idOf(into) })),
        split: [...split].map(([part, from]) => ({ id: idOf(part), other: idOf(from) })),
      }
      changed.clear()
      merged.clear()
      split.clear()
      return changes
    },
  }
}

/** Live articles between two looks for a rift, at least, and as a share of those that there are. */
const RIFT_STEP = 3
const RIFT_STEP_SHARE = 0.15

/** Makes an empty one. */
export function makeLiveStories({ newId }: LiveStoriesOptions): LiveStories {
  const parts: Parts = {
    index: makeTermIndex(),
    bridges: makeBridges(),
    stories: new Map(),
    storyOf: new Map(),
    bySlot: new Map(),
  }
  const { index, bridges, stories, storyOf, bySlot } = parts
  const restored = new Map<ArticleId, LiveStory>()
  const log = makeChangeLog(newId)
  const freeHandles: number[] = []
  let [opened, firstSlot] = [0, 0]

  function open(): LiveStory {
    const story = makeLiveStory(freeHandles.pop() ?? stories.size, opened++)
    stories.set(story.handle, story)
    return story
  }

  /** Only for a story without live articles: its handle is given to another. */
  function close({ handle }: LiveStory): void {
    stories.delete(handle)
    freeHandles.push(handle)
  }

  function put(article: LiveArticle, story: LiveStory): void {
    storyOf.set(article.id, story)
    index.place(article.slot, story.handle)
  }

  /** Gives the articles of some stories to these groups, and notes what became of the stories. */
  function regroup(before: readonly LiveStory[], groups: readonly Group[]): void {
    const members = new Map(before.map(story => [story, story.live] as const))
    const { stories: after, emptied } = rearrange(before, groups, open)
    for (const [gone, heir] of emptied) {
      log.noteMerge(gone, heir)
    }
    for (const story of after) {
      const was = members.get(story)
      const [first] = story.live
      const from = was === undefined && first !== undefined ? storyOf.get(first.id) : undefined
      if (from?.id !== undefined && !emptied.has(from)) log.noteSplit(story, from)
      for (const article of story.live) put(article, story)
      const isSame = was?.length === story.live.length && was.every((article, at) => article === story.live[at])
      if (!isSame || emptied.size > 0) log.note(story)
    }
    for (const gone of emptied.keys()) close(gone)
  }

  function mendRift(story: LiveStory): void {
    if (story.live.length < story.examined + Math.max(RIFT_STEP, RIFT_STEP_SHARE * story.examined)) return
    story.examined = story.live.length
    const halves = findRift(story.live, index)
    if (halves === undefined) return
    regroup([story], halves)
  }

  function leave(article: LiveArticle): void {
    const story = storyOf.get(article.id)
    index.removeFirst()
    bridges.remove(article)
    bySlot.delete(article.slot)
    storyOf.delete(article.id)
    if (story === undefined) return
    story.live.splice(story.live.indexOf(article), 1)
    story.past.add(article.id)
    story.examined = Math.max(0, story.examined - 1)
    if (story.live.length === 0) close(story)
  }

  function leaveFirst(): boolean {
    const article = bySlot.get(firstSlot)
    if (article === undefined) return false
    leave(article)
    firstSlot++
    return true
  }

  return {
    join(article) {
      const placed = storyOf.get(article.id)
      // The store asks for a story though we gave one: it is written again.
      if (placed !== undefined) return log.note(placed)
      if (index.size >= MOST_LIVE) leaveFirst()
      const live = admit(article, parts)
      const own = open()
      addArticle(own, live)
      put(live, own)
      log.note(own)
      const { before, groups } = findPlace(live, own, parts)
      regroup(before, groups)
      const story = storyOf.get(live.id)
      if (story !== undefined) mendRift(story)
    },
    forget(now) {
      const oldest = now.getTime() - STORY_WINDOW_MS
      for (let first = bySlot.get(firstSlot); first !== undefined; first = bySlot.get(firstSlot)) {
        if (first.seenAt.getTime() >= oldest) return
        leaveFirst()
      }
    },
    takeChanges: log.take,
    restore(kept) {
      const story = open()
      story.id = kept.id
      story.leadId = kept.leadId
      story.firstSeenMs = kept.firstSeenAt.getTime()
      story.lastSeenMs = kept.lastSeenAt.getTime()
      for (const id of kept.articleIds) {
        story.past.add(id)
        restored.set(id, story)
      }
    },
    readmit(article) {
      const story = restored.get(article.id)
      if (story === undefined) return
      restored.delete(article.id)
      story.past.delete(article.id)
      const live = admit(article, parts)
      addArticle(story, live)
      story.examined = story.live.length
      put(live, story)
    },
    has: id => storyOf.has(id),
    get size() {
      return index.size
    },
    get bytes() {
      return index.bytes
    },
  }
}
