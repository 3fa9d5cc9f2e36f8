import type { AnalysedArticle, ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import { makeChangeLog, type StoryChanges } from './change-log.ts'
import { STORY_WINDOW_MS } from './closeness.ts'
import { admit, type LiveState, leaveFirst, makeLiveState, openLiveStory, regroup } from './live-state.ts'
import type { LiveStory } from './live-story.ts'
import { findPlace } from './placing.ts'
import { findRift } from './rift.ts'

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
/** Live articles between two looks for a rift, at least, and as a share of those that there are. */
const RIFT_STEP = 3
const RIFT_STEP_SHARE = 0.15

function mendRift(state: LiveState, story: LiveStory): void {
  if (story.live.length < story.examined + Math.max(RIFT_STEP, RIFT_STEP_SHARE * story.examined)) return
  story.examined = story.live.length
  const halves = findRift(story.live, state.index)
  if (halves !== undefined) regroup(state, [story], halves)
}

function joinStory(state: LiveState, article: AnalysedArticle): void {
  const placed = state.storyOf.get(article.id)
  if (placed !== undefined) {
    // The store asks for a story though we gave one: it is written again.
    state.log.note(placed)
    return
  }
  if (state.index.size >= MOST_LIVE) leaveFirst(state)
  const own = openLiveStory(state)
  const live = admit(state, article, own)
  state.log.note(own)
  const { before, groups } = findPlace(live, own, state)
  regroup(state, before, groups)
  const story = state.storyOf.get(live.id)
  if (story !== undefined) mendRift(state, story)
}

function restoreStory(state: LiveState, kept: Story, waiting: Map<ArticleId, LiveStory>): void {
  const story = openLiveStory(state)
  story.id = kept.id
  story.leadId = kept.leadId
  story.firstSeenMs = kept.firstSeenAt.getTime()
  story.lastSeenMs = kept.lastSeenAt.getTime()
  for (const id of kept.articleIds) {
    story.past.add(id)
    waiting.set(id, story)
  }
}

/** Makes an empty one. */
export function makeLiveStories({ newId }: LiveStoriesOptions): LiveStories {
  const state = makeLiveState(makeChangeLog(newId))
  /** Articles of restored stories that were not put back yet. */
  const waiting = new Map<ArticleId, LiveStory>()
  return {
    join: article => joinStory(state, article),
    forget(now) {
      const oldest = now.getTime() - STORY_WINDOW_MS
      for (let first = state.bySlot.get(state.firstSlot); first !== undefined; ) {
        if (first.seenAt.getTime() >= oldest) return
        leaveFirst(state)
        first = state.bySlot.get(state.firstSlot)
      }
    },
    takeChanges: state.log.take,
    restore: story => restoreStory(state, story, waiting),
    readmit(article) {
      const story = waiting.get(article.id)
      if (story === undefined) return
      waiting.delete(article.id)
      story.past.delete(article.id)
      admit(state, article, story)
      story.examined = story.live.length
    },
    get size() {
      return state.index.size
    },
    get bytes() {
      return state.index.bytes
    },
  }
}
