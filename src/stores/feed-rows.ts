import type { Feed, FeedId, KeptRhythm, Moving, Repeated } from '../model/feed.ts'
import type { Claimed } from '../ports/claim.ts'
import type { PollResult } from '../ports/store.ts'
import { encode } from './codec.ts'
import type { Params } from './connection.ts'
import { date, findDate, findText, integer, optional, type Row, text, words } from './rows.ts'

function readRepeated(row: Row, name: 'gone' | 'moving'): Repeated | undefined {
  const since = findDate(row, `${name}_since`)
  return since === undefined ? undefined : { count: integer(row, `${name}_count`), since }
}

function readMoving(row: Row): Moving | undefined {
  const to = findText(row, 'moving_to')
  const repeated = readRepeated(row, 'moving')
  return to === undefined || repeated === undefined ? undefined : { ...repeated, to }
}

/** Undefined when the feed says nothing. */
function readRhythm(row: Row): KeptRhythm | undefined {
  const rhythm = findText(row, 'rhythm')
  return rhythm === undefined || rhythm === '{}' ? undefined : JSON.parse(rhythm)
}

/** A row of the table of feeds. */
export const readFeed = (row: Row): Feed => ({
  id: text(row, 'id') as FeedId,
  url: text(row, 'url'),
  title: text(row, 'title'),
  ...optional('siteUrl', findText(row, 'site_url')),
  ...optional('language', findText(row, 'language')),
  topics: words(row, 'topics'),
  addedAt: date(row, 'added_at'),
  nextPollAt: date(row, 'next_poll_at'),
  ...optional('lastPolledAt', findDate(row, 'last_polled_at')),
  ...optional('lastSuccessAt', findDate(row, 'last_success_at')),
  ...optional('lastError', findText(row, 'last_error')),
  failures: integer(row, 'failures'),
  validators: {
    ...optional('etag', findText(row, 'etag')),
    ...optional('lastModified', findText(row, 'last_modified')),
  },
  ...optional('rhythm', readRhythm(row)),
  ...optional('failingSince', findDate(row, 'failing_since')),
  ...optional('gone', readRepeated(row, 'gone')),
  ...optional('goneAt', findDate(row, 'gone_at')),
  ...optional('moving', readMoving(row)),
})

const repeatedParams = ({ gone, moving }: Pick<Feed, 'gone' | 'moving'>): Params => ({
  goneCount: gone?.count,
  goneSince: gone?.since,
  movingTo: moving?.to,
  movingCount: moving?.count,
  movingSince: moving?.since,
})

/** The values of a whole new row. */
export const insertParams = (feed: Feed): Params => ({
  id: feed.id,
  url: feed.url,
  title: feed.title,
  siteUrl: feed.siteUrl,
  language: feed.language,
  topics: encode(feed.topics),
  addedAt: feed.addedAt,
  nextPollAt: feed.nextPollAt,
  lastPolledAt: feed.lastPolledAt,
  lastSuccessAt: feed.lastSuccessAt,
  lastError: feed.lastError,
  failures: feed.failures,
  etag: feed.validators.etag,
  lastModified: feed.validators.lastModified,
  rhythm: feed.rhythm === undefined ? undefined : JSON.stringify(feed.rhythm),
  failingSince: feed.failingSince,
  goneAt: feed.goneAt,
  ...repeatedParams(feed),
})

/** The values with which a poll ends; the address is moved apart. */
export const finishParams = (claimed: Claimed<Feed>, result: PollResult): Params => ({
  id: claimed.row.id,
  attempt: claimed.attempt,
  polledAt: result.polledAt,
  nextPollAt: result.nextPollAt,
  title: result.title,
  siteUrl: result.siteUrl,
  language: result.language,
  hasValidators: result.validators === undefined ? 0 : 1,
  etag: result.validators?.etag,
  lastModified: result.validators?.lastModified,
  rhythm: result.rhythm === undefined ? undefined : JSON.stringify(result.rhythm),
  error: result.error,
  goneAt: result.goneAt,
  ...repeatedParams(result),
})
