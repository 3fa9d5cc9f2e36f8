import type {
  Correction,
  Coverage,
  Digest,
  DigestId,
  DigestItem,
  DigestLength,
  LeftOut,
  LeftOutReason,
  Unchanged,
} from '../model/digest.ts'
import { labelledTitle } from '../text/satire.ts'
import { inOrder } from './at-once.ts'
import { hasAdded, type ItemMaking, leftOutOf, lowOutOf, type StoryToTell, tell } from './story-item.ts'

/** How many stories a briefing tells and with how many bullets each. */
const BRIEFING_SHAPE: Readonly<Record<DigestLength, { readonly stories: number; readonly bullets: number }>> = {
  short: { stories: 4, bullets: 1 },
  normal: { stories: 7, bullets: 2 },
  long: { stories: 12, bullets: 3 },
}

const MOST_STORIES = Math.max(...Object.values(BRIEFING_SHAPE).map(({ stories }) => stories))
/** Left-out stories that a digest remembers with the reason. */
const LEFT_OUT_AT_MOST = 30
/** So many of them stood too low; the rest have other reasons, which would never be seen behind hundreds of those. */
const LOW_AT_MOST = 20
/** So many told stories are looked through for additions; the others are left out by their place. */
const RUNNING_AT_MOST = 40

export interface ComposeParts extends ItemMaking {
  readonly id: DigestId
  readonly now: Date
  /** Beginning of the window that the articles come from. */
  readonly from?: Date
  readonly coverage: Coverage
}

/** What else an edition tells besides its stories. */
export interface EditionNotes {
  /** When the channel was told news before. */
  readonly newSince?: Date
  readonly corrections?: readonly Correction[]
  /** What did not even come into the ranking. */
  readonly leftOut?: readonly LeftOut[]
}

/** What the stories of an edition came to. */
interface Edition {
  readonly items: readonly DigestItem[]
  readonly unchanged: readonly Unchanged[]
  readonly leftOut: readonly LeftOut[]
}

function parted<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(test), items.filter(item => !test(item))]
}

const lowIn = (place: number): LeftOutReason => ({ kind: place > MOST_STORIES ? 'order' : 'length', place })

async function chooseStories(
  stories: readonly StoryToTell[],
  length: DigestLength,
  making: ItemMaking,
  signal: AbortSignal,
): Promise<Edition> {
  const shape = BRIEFING_SHAPE[length]
  const { atOnce = 1 } = making.summarizer
  const items: DigestItem[] = []
  const unchanged: StoryToTell[] = []
  const settled: StoryToTell[] = []
  const leftOut: LeftOut[] = []
  const waiting = [...stories.entries()]
  while (waiting.length > 0) {
    const open = shape.stories - items.length
    const next = waiting.splice(0, Math.max(1, Math.min(open, atOnce)))
    const [taken, passed] = parted(
      next,
      ([, { before }]) => open > 0 && (before === undefined || unchanged.length < RUNNING_AT_MOST),
    )
    for (const [index, told] of passed) {
      // Only of those that are named is looked up whether a longer edition would have had something to tell.
      if (leftOut.length < LOW_AT_MOST && !(await hasAdded(told))) settled.push(told)
      else leftOut.push(lowOutOf(told, lowIn(told.reasons?.place ?? index + 1)))
    }
    const made = await inOrder(taken, atOnce, ([, told]) => tell(told, shape.bullets, making, signal))
    for (const [at, [, told]] of taken.entries()) {
      const item = made[at]
      if (item === undefined) unchanged.push(told)
      else items.push(told.reasons === undefined ? item : { ...item, reasons: told.reasons })
    }
  }
  // Beside news only what goes on is named; where there is none, all that was told and is as it was.
  const named = unchanged.filter(({ before }) => items.length === 0 || (before?.fresh.length ?? 0) > 0)
  return {
    items,
    unchanged: named.map(({ story, articles, before }) => ({
      storyId: story.id,
      // By the name under which the channel knows it: a title that nobody was shown may claim what was never told.
      headline: before?.headline ?? labelledTitle(articles[0]),
    })),
    leftOut: [
      ...leftOut.slice(0, LOW_AT_MOST),
      ...[...unchanged, ...settled].map(told => leftOutOf(told, { kind: 'unchanged' })),
    ],
  }
}

/**
 * Writes a briefing from ranked stories. A story that the channel was told before comes with what is new in it, or, when
 * nothing is, under `unchanged`.
 * @param stories best first; the shape of `length` says how many are told
 * @returns a digest whose every bullet cites an article of its own story; a story without a bullet keeps its headline
 */
export async function composeBriefing(
  stories: readonly StoryToTell[],
  length: DigestLength,
  { id, now, from, coverage, ...making }: ComposeParts,
  signal: AbortSignal,
  { newSince, corrections = [], leftOut: unranked = [] }: EditionNotes = {},
): Promise<Digest> {
  const { items, unchanged, leftOut } = await chooseStories(stories, length, making, signal)
  return {
    id,
    kind: 'briefing',
    createdAt: now,
    ...(from === undefined ? {} : { from }),
    to: now,
    items,
    coverage,
    length,
    ...(newSince === undefined ? {} : { newSince }),
    unchanged,
    corrections,
    leftOut: [...leftOut, ...unranked].slice(0, LEFT_OUT_AT_MOST),
  }
}
