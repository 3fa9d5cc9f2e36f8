import type { ArticleId } from '../model/article.ts'
import type { ChannelId } from '../model/briefing.ts'
import type { ChangeKind, Digest, DigestId, DigestLength } from '../model/digest.ts'
import type { Telling, ToldEdition, ToldSentence } from '../model/ledger.ts'
import type { StoryId } from '../model/story.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { Connection } from './connection.ts'
import { date, findText, integer, optional, type Row, text } from './rows.ts'
import { digestWriter } from './sqlite-outbox.ts'

const DAY_MS = 86_400_000
/** Entries are kept for so long: a story that rests longer is news again. */
const RETENTION_MS = 30 * DAY_MS
const DEFAULT_LENGTH: DigestLength = 'normal'

const ADD_EDITION = `
INSERT INTO told_editions (channel_id, digest_id, at, up_to, length, is_post)
VALUES (:channelId, :digestId, :at, :upTo, :length, :isPost)
RETURNING number`
const ADD_STORY = `
INSERT INTO told_stories (edition, story_id, headline, lead_id) VALUES (:edition, :storyId, :headline, :leadId)
RETURNING number`
const ADD_SENTENCE = `
INSERT INTO told_sentences (story, position, article_id, start_at, end_at, quote, bullet)
VALUES (:story, :position, :articleId, :start, :end, :quote, :bullet)`
const ADD_CORRECTION = `
INSERT INTO told_corrections (channel_id, article_id, said, says, at, edition, kind)
VALUES (:channelId, :articleId, :said, :says, :at, :edition, :kind)
ON CONFLICT DO UPDATE SET at = excluded.at, edition = excluded.edition, kind = excluded.kind, times = times + 1`

/** Every sentence that a story of a digest rests on, in reading order. */
const sentencesOf = ({ bullets }: Digest['items'][number]): readonly ToldSentence[] =>
  bullets.flatMap(({ text: bullet, citations }) =>
    citations.map(({ articleId, start, end, quote }) => ({ articleId, start, end, quote, bullet })),
  )

/** Enters a digest into the ledger of a channel, to be called inside a write; see LedgerStore.tellDigest. */
export function ledgerWriter(connection: Connection): (digest: Digest, channelId: ChannelId, upTo: number) => void {
  const addEdition = connection.prepare(ADD_EDITION)
  const addStory = connection.prepare(ADD_STORY)
  const addSentence = connection.prepare(ADD_SENTENCE)
  const addCorrection = connection.prepare(ADD_CORRECTION)
  const forget = ['told_editions', 'told_corrections'].map(table =>
    connection.prepare(`DELETE FROM ${table} WHERE at < :before`),
  )
  return ({ id: digestId, kind, createdAt: at, length = DEFAULT_LENGTH, items, corrections = [] }, channelId, upTo) => {
    const before = new Date(at.getTime() - RETENTION_MS)
    for (const old of forget) old.run({ before })
    const isPost = Number(kind === 'post')
    const edition = integer(addEdition.find({ channelId, digestId, at, upTo, length, isPost }) ?? {}, 'number')
    for (const item of items) {
      const { storyId, headline, leadId } = item
      const story = integer(addStory.find({ edition, storyId, headline, leadId }) ?? {}, 'number')
      for (const [position, sentence] of sentencesOf(item).entries()) addSentence.run({ story, position, ...sentence })
    }
    for (const { articleId, said, says, kind: change = 'correction' } of corrections) {
      addCorrection.run({ channelId, articleId, said, says, at, edition, kind: change })
    }
  }
}

const TELLINGS = `
SELECT told_stories.number, digest_id, at, up_to, is_post, story_id, headline, lead_id
FROM told_stories JOIN told_editions ON told_editions.number = edition
WHERE channel_id = :channelId`
const NEWEST_FIRST = 'ORDER BY told_editions.number DESC, told_stories.number'

const readSentence = (row: Row): ToldSentence => ({
  articleId: text(row, 'article_id') as ArticleId,
  start: integer(row, 'start_at'),
  end: integer(row, 'end_at'),
  quote: text(row, 'quote'),
  bullet: text(row, 'bullet'),
})

/** Reads tellings with their sentences; the rows come in the order that is wanted. */
function tellingReader(connection: Connection): (rows: readonly Row[]) => readonly Telling[] {
  const sentences = connection.prepare(`
    SELECT * FROM told_sentences WHERE story IN (SELECT value FROM json_each(:stories)) ORDER BY story, position`)
  return rows => {
    const stories = JSON.stringify(rows.map(row => integer(row, 'number')))
    const byStory = Map.groupBy(sentences.all({ stories }), row => integer(row, 'story'))
    return rows.map(row => ({
      digestId: text(row, 'digest_id') as DigestId,
      storyId: text(row, 'story_id') as StoryId,
      headline: text(row, 'headline'),
      ...optional('leadId', findText(row, 'lead_id') as ArticleId | undefined),
      at: date(row, 'at'),
      upTo: integer(row, 'up_to'),
      ...(integer(row, 'is_post') === 1 ? { isPost: true } : {}),
      sentences: (byStory.get(integer(row, 'number')) ?? []).map(readSentence),
    }))
  }
}

const readEdition = (row: Row): ToldEdition => ({
  digestId: text(row, 'digest_id') as DigestId,
  at: date(row, 'at'),
  upTo: integer(row, 'up_to'),
  length: text(row, 'length') as DigestLength,
})

/** What each channel was told, on SQLite. */
export function ledgerStore(connection: Connection): LedgerStore {
  const write = ledgerWriter(connection)
  const keep = digestWriter(connection)
  const read = tellingReader(connection)
  const about = connection.prepare(`${TELLINGS} AND told_stories.number IN (
    SELECT number FROM told_stories WHERE story_id IN (SELECT value FROM json_each(:storyIds))
    UNION SELECT number FROM told_stories WHERE lead_id IN (SELECT value FROM json_each(:articleIds))
    UNION SELECT story FROM told_sentences WHERE article_id IN (SELECT value FROM json_each(:articleIds)))
    ${NEWEST_FIRST}`)
  const since = connection.prepare(`${TELLINGS} AND at >= :since ${NEWEST_FIRST}`)
  const last = connection.prepare(
    'SELECT * FROM told_editions WHERE channel_id = :channelId AND is_post = 0 ORDER BY number DESC LIMIT 1',
  )
  const corrected = connection.prepare(`
    SELECT * FROM told_corrections WHERE channel_id = :channelId ORDER BY edition, article_id, said, says`)
  const posted = connection.prepare(`
    WITH wanted AS (SELECT value FROM json_each(:articleIds)), resting AS (
      SELECT story FROM wanted CROSS JOIN told_sentences ON article_id = wanted.value
      UNION SELECT number FROM wanted CROSS JOIN told_stories ON lead_id = wanted.value
    )
    SELECT DISTINCT channel_id FROM resting
    CROSS JOIN told_stories ON told_stories.number = story
    CROSS JOIN told_editions ON told_editions.number = edition
    WHERE is_post = 1
    ORDER BY channel_id`)
  const arrivals = connection.prepare(`
    SELECT articles.id, number FROM json_each(:ids) AS wanted CROSS JOIN articles ON articles.id = wanted.value`)

  return {
    tellDigest: async (digest, channelId, upTo) =>
      connection.write(() => {
        keep(digest, channelId, 'everybody')
        write(digest, channelId, upTo)
      }),
    listTellings: async (channelId, { storyIds, articleIds }) =>
      read(about.all({ channelId, storyIds: JSON.stringify(storyIds), articleIds: JSON.stringify(articleIds) })),
    listTold: async (channelId, from) => read(since.all({ channelId, since: from })),
    async findLastEdition(channelId) {
      const row = last.find({ channelId })
      return row === undefined ? undefined : readEdition(row)
    },
    listCorrected: async channelId =>
      corrected.all({ channelId }).map(row => ({
        articleId: text(row, 'article_id') as ArticleId,
        said: text(row, 'said'),
        says: text(row, 'says'),
        kind: text(row, 'kind') as ChangeKind,
        at: date(row, 'at'),
        times: integer(row, 'times'),
      })),
    channelsPosted: async articleIds =>
      posted.all({ articleIds: JSON.stringify(articleIds) }).map(row => text(row, 'channel_id') as ChannelId),
    arrivalsOf: async ids =>
      new Map(
        arrivals
          .all({ ids: JSON.stringify(ids) })
          .map(row => [text(row, 'id') as ArticleId, integer(row, 'number')] as const),
      ),
  }
}
