import type { ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import { type LiveStory, toStory } from './live-story.ts'

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

/** Remembers which stories changed until somebody asks. */
export interface ChangeLog {
  note(story: LiveStory): void
  noteSplit(part: LiveStory, from: LiveStory): void
  noteMerge(gone: LiveStory, into: LiveStory): void
  /** All that was noted since the last time; stories without an id get theirs. */
  take(): StoryChanges
}

/**
 * Makes an empty one.
 * @param newId names a new story after its lead
 */
export function makeChangeLog(newId: (lead: ArticleId) => StoryId): ChangeLog {
  const changed = new Set<LiveStory>()
  const merged = new Map<StoryId, LiveStory>()
  const split = new Map<LiveStory, LiveStory>()
  const idOf = (story: LiveStory): StoryId => {
    if (story.leadId === undefined) throw new RangeError('a changed story has articles')
    story.id ??= newId(story.leadId)
    return story.id
  }
  return {
    note: story => void changed.add(story),
    noteSplit: (part, from) => void split.set(part, from),
    noteMerge(gone, into) {
      changed.delete(gone)
      split.delete(gone)
      for (const [id, target] of merged) if (target === gone) merged.set(id, into)
      if (gone.id !== undefined) merged.set(gone.id, into)
    },
    take() {
      const changes = {
        stories: [...changed].map(story => toStory({ ...story, id: idOf(story) })),
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
