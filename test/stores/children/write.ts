// Ends poll after poll, three articles each, and prints the poll's number once the store has acknowledged it.
import { writeSync } from 'node:fs'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import { claimFeed, feedId, polled, sampleArticle } from '../../contracts/store-samples.ts'

const [path = '', from = '0'] = process.argv.slice(2)
const store = await openSqliteStore({ path, now: () => new Date() })
// A feed of its own: the killed process before it may still hold the lease of its feed.
const feed = `feed${from}`
for (let poll = Number(from); ; poll++) {
  const claimed = await claimFeed(store, feed)
  const changes = { feedId: feedId(feed), text: 'x'.repeat(3000) }
  const articles = ['a', 'b', 'c'].map(letter => sampleArticle(`${poll}${letter}`, changes))
  await store.finishPoll(claimed, { ...polled(0), nextPollAt: claimed.row.nextPollAt }, articles)
  writeSync(1, `${poll}\n`)
}
