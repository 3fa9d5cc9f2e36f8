import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { textMessage } from '../src/model/message.ts'

const EVERYTHING = 'all'

export default defineCommand({
  name: 'unsubscribe',
  who: 'managers',
  options: z.object({
    what: z.string().min(1).meta({ greedy: true, suggested: true }),
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
        audience: 'private',
      }
    }
    const removed = await app.unsubscribe(
      channel,
      found.map(({ feed }) => feed),
    )
    const [first] = found
    const text =
      found.length === 1 && first ? words.unsubscribe.done(first.feed.title) : words.unsubscribe.doneMany(removed)
    return textMessage(text)
  },
})
