import type { ArticleId } from '../model/article.ts'
import type { Story, StoryId } from '../model/story.ts'
import type { StoryStore } from '../ports/article-store.ts'
import type { Connection } from './connection.ts'
import { date, type Row, text } from './rows.ts'

const SAVE = `
INSERT INTO stories (id, lead_id, first_seen_at, last_seen_at) VALUES (:id, :leadId, :firstSeenAt, :lastSeenAt)
ON CONFLICT (id) DO UPDATE SET lead_id = excluded.lead_id, first_seen_at = excluded.first_seen_at,
  last_seen_at = excluded.last_seen_at`

// A story that lost its lead to another one is led by its first article.
const NEW_LEAD = `
UPDATE stories SET lead_id = (SELECT id FROM articles WHERE story_id = stories.id ORDER BY story_position, id LIMIT 1)
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id AND articles.id = lead_id)`

/** Reads stories with their articles; the rows come in the order that is wanted. */
function storyReader(connection: Connection): (rows: readonly Row[]) => readonly Story[] {
  const members = connection.prepare(`
    SELECT story_id, id FROM articles WHERE story_id IN (SELECT value FROM json_each(:ids))
    ORDER BY story_id, story_position, id`)
  return rows => {
    const ids = JSON.stringify(rows.map(row => text(row, 'id')))
    const articleIds = Map.groupBy(members.all({ ids }), row => text(row, 'story_id'))
    return rows.map(row => ({
      id: text(row, 'id') as StoryId,
      articleIds: (articleIds.get(text(row, 'id')) ?? []).map(member => text(member, 'id') as ArticleId),
      leadId: text(row, 'lead_id') as ArticleId,
      firstSeenAt: date(row, 'first_seen_at'),
      lastSeenAt: date(row, 'last_seen_at'),
    }))
  }
}

// The one that got most of a story's articles goes on for it; of equals the one that got its first.
const HEIR = `
SELECT story_id AS heir FROM articles JOIN json_each(:ids) AS former ON articles.id = former.value
WHERE story_id IS NOT NULL GROUP BY story_id ORDER BY count(*) DESC, min(former.key) LIMIT 1`

/** Ends a story that has no articles left: its id, and those that led to it, lead to its heir. */
function storyEnder(connection: Connection): (id: string, formerIds: readonly string[]) => boolean {
  const drop = connection.prepare(
    'DELETE FROM stories WHERE id = :id AND NOT EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id)',
  )
  const heirOf = connection.prepare(HEIR)
  const lead = connection.prepare('INSERT OR REPLACE INTO merged_stories (id, story_id) VALUES (:id, :heir)')
  const leadOn = connection.prepare('UPDATE merged_stories SET story_id = :heir WHERE story_id = :id')
  return (id, formerIds) => {
    if (drop.run({ id }) === 0) return false
    const row = heirOf.find({ ids: JSON.stringify(formerIds) })
    if (row === undefined) return true
    const heir = text(row, 'heir')
    leadOn.run({ id, heir })
    lead.run({ id, heir })
    return true
  }
}

/** Writes stories inside a write: articles move to the story that names them, a story left with none ends. */
function storyWriter(connection: Connection): (stories: readonly Story[]) => void {
  const save = connection.prepare(SAVE)
  const revive = connection.prepare('DELETE FROM merged_stories WHERE id = :id')
  const holders = connection.prepare(`
    SELECT DISTINCT story_id FROM articles WHERE story_id IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))`)
  const members = connection.prepare('SELECT id FROM articles WHERE story_id = :id ORDER BY story_position, id')
  const empty = connection.prepare(`
    UPDATE articles SET story_id = NULL, story_position = NULL
    WHERE story_id = :id AND id NOT IN (SELECT value FROM json_each(:ids))`)
  // Most articles of a grown story stand where they stood: those are not written again.
  const fill = connection.prepare(`
    UPDATE articles SET story_id = :id, story_position = wanted.key FROM json_each(:ids) AS wanted
    WHERE articles.id = wanted.value AND (story_id IS NOT :id OR story_position IS NOT wanted.key)`)
  const lead = connection.prepare(NEW_LEAD)
  const end = storyEnder(connection)
  return stories => {
    const lists = stories.map(({ articleIds }) => JSON.stringify(articleIds))
    const touched = new Set(stories.map(({ id }) => id as string))
    for (const ids of lists) for (const row of holders.all({ ids })) touched.add(text(row, 'story_id'))
    const former = new Map([...touched].map(id => [id, members.all({ id }).map(row => text(row, 'id'))] as const))
    stories.forEach(({ id, leadId, firstSeenAt, lastSeenAt }, at) => {
      const ids = lists[at] ?? '[]'
      save.run({ id, leadId, firstSeenAt, lastSeenAt })
      revive.run({ id })
      empty.run({ id, ids })
      fill.run({ id, ids })
    })
    for (const id of touched) if (!end(id, former.get(id) ?? [])) lead.run({ id })
  }
}

/** The last time that a Date can hold. */
const LAST_DATE = new Date(8.64e15)
/** https://sqlite.org/lang_select.html#limitoffset */
const NO_LIMIT = -1

/** Stories on SQLite. */
export function storyStore(connection: Connection): StoryStore {
  const list = connection.prepare(`
    SELECT * FROM stories WHERE last_seen_at BETWEEN :since AND :upTo AND (last_seen_at < :upTo OR id > :id)
    ORDER BY last_seen_at DESC, id LIMIT :limit`)
  const holding = connection.prepare(`
    SELECT * FROM stories WHERE id IN (
      SELECT story_id FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))`)
  const find = connection.prepare(`
    SELECT * FROM stories WHERE id = coalesce((SELECT story_id FROM merged_stories WHERE id = :id), :id)`)
  const current = connection.prepare(`
    SELECT asked.value AS asked, stories.id AS id FROM json_each(:ids) AS asked
    LEFT JOIN merged_stories ON merged_stories.id = asked.value
    JOIN stories ON stories.id = coalesce(merged_stories.story_id, asked.value)`)
  const read = storyReader(connection)
  const write = storyWriter(connection)

  return {
    async listStories(since, { limit, behind } = { limit: NO_LIMIT }) {
      return read(list.all({ since, upTo: behind?.lastSeenAt ?? LAST_DATE, id: behind?.id ?? '', limit }))
    },
    async storiesOf(articleIds) {
      const stories = read(holding.all({ ids: JSON.stringify(articleIds) }))
      const wanted = new Set(articleIds)
      return new Map(
        stories.flatMap(story => story.articleIds.filter(id => wanted.has(id)).map(id => [id, story] as const)),
      )
    },
    async findStory(id) {
      const row = find.find({ id })
      return row === undefined ? undefined : read([row])[0]
    },
    async currentStories(ids) {
      const rows = current.all({ ids: JSON.stringify(ids) })
      return new Map(rows.map(row => [text(row, 'asked') as StoryId, text(row, 'id') as StoryId] as const))
    },
    saveStories: async stories => connection.write(() => write(stories)),
  }
}
