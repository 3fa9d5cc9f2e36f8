import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import type { Block } from '../src/model/message.ts'

const EVERYTHING = 'all'

/** What browsers and servers take as an address without trouble. */
const ADDRESS_LENGTH = 2000

export default defineCommand({
  name: 'unsubscribe',
  who: 'managers',
  options: z.object({
    what: z.string().min(1).max(ADDRESS_LENGTH).meta({ greedy: true, suggested: true }),
    sure: z.enum(['yes']).optional().meta({ hidden: true }),
  }),
  async run({ app, channel, words }, { what, sure }) {
    const found = await app.findSubscriptions(channel, what)
    if (what.toLowerCase() === EVERYTHING && sure === undefined) {
      return {
        blocks: [
          { kind: 'text', text: words.unsubscribe.ask(found.length) },
          { kind: 'note', text: words.unsubscribe.backup },
        ],
        actions: [
          { label: words.unsubscribe.sure, command: 'unsubscribe', options: { what: EVERYTHING, sure: 'yes' } },
        ],
        attachment: { filename: 'tidings.opml', text: await app.exportOpml(channel) },
      }
    }
    const removed = await app.unsubscribe(
      channel,
      found.map(({ feed }) => feed),
    )
    const [first] = found
    const text =
      found.length === 1 && first ? words.unsubscribe.done(first.feed.title) : words.unsubscribe.doneMany(removed)
    // Briefings stay when the last feed goes; silence must not come as a surprise.
    const isIdle = (await app.schedules(channel)).length > 0 && !(await app.hasBriefingFeeds(channel))
    const idle: readonly Block[] = isIdle ? [{ kind: 'note', text: words.schedule.idle }] : []
    return { blocks: [{ kind: 'text', text }, ...idle], actions: [] }
  },
})
