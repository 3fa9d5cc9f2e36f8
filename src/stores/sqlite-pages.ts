import type { ArticleId } from '../model/article.ts'
import type { PageStore } from '../ports/article-store.ts'
import type { Connection } from './connection.ts'
import type { GroupWriter } from './group-writer.ts'
import { text } from './rows.ts'

/** Pages that are to be read, on SQLite. */
export function pageStore(connection: Connection, group: GroupWriter): PageStore {
  const add = connection.prepare(`
    INSERT INTO pages_to_read (article_id)
    SELECT articles.id FROM json_each(:ids) AS wanted CROSS JOIN articles ON articles.id = wanted.value WHERE true
    ORDER BY wanted.key ON CONFLICT DO NOTHING`)
  const list = connection.prepare('SELECT article_id FROM pages_to_read ORDER BY number')
  const drop = connection.prepare('DELETE FROM pages_to_read WHERE article_id IN (SELECT value FROM json_each(:ids))')

  return {
    addPages: ids => group.write(ids.length, () => void add.run({ ids: JSON.stringify(ids) })),
    listPages: async () => list.all().map(row => text(row, 'article_id') as ArticleId),
    dropPages: ids => group.write(ids.length, () => void drop.run({ ids: JSON.stringify(ids) })),
  }
}
