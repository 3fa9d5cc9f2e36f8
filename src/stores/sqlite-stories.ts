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

/** Writes stories inside a write: articles move to the story that names them, a story left with none goes. */
function storyWriter(connection: Connection): (stories: readonly Story[]) => void {
  const save = connection.prepare(SAVE)
  const holders = connection.prepare(`
    SELECT DISTINCT story_id FROM articles WHERE story_id IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))`)
  const empty = connection.prepare('UPDATE articles SET story_id = NULL, story_position = NULL WHERE story_id = :id')
  const fill = connection.prepare(`
    UPDATE articles SET story_id = :id, story_position = wanted.key FROM json_each(:ids) AS wanted
    WHERE articles.id = wanted.value`)
  const lead = connection.prepare(NEW_LEAD)
  const drop = connection.prepare(
    'DELETE FROM stories WHERE id = :id AND NOT EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id)',
  )
  return stories => {
    const touched = new Set<string>()
    for (const { id, leadId, articleIds, firstSeenAt, lastSeenAt } of stories) {
      const ids = JSON.stringify(articleIds)
      save.run({ id, leadId, firstSeenAt, lastSeenAt })
      for (const row of holders.all({ ids })) touched.add(text(row, 'story_id'))
      empty.run({ id })
      fill.run({ id, ids })
      touched.add(id)
    }
    for (const id of touched) if (drop.run({ id }) === 0) lead.run({ id })
  }
}

/** Stories on SQLite. */
export function storyStore(connection: Connection): StoryStore {
  const list = connection.prepare('SELECT * FROM stories WHERE last_seen_at >= :since ORDER BY last_seen_at DESC, id')
  const holding = connection.prepare(`
    SELECT * FROM stories WHERE id IN (
      SELECT story_id FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))`)
  const read = storyReader(connection)
  const write = storyWriter(connection)

  return {
    listStories: async since => read(list.all({ since })),
    async storiesOf(articleIds) {
      const stories = read(holding.all({ ids: JSON.stringify(articleIds) }))
      const wanted = new Set(articleIds)
      return new Map(
        stories.flatMap(story => story.articleIds.filter(id => wanted.has(id)).map(id => [id, story] as const)),
      )
    },
    saveStories: async stories => connection.write(() => write(stories)),
  }
}
