import { z } from 'zod'
import { defineCommand } from '../src/command.ts'

/** A week. */
const MINUTES_AT_MOST = 10_080

export default defineCommand({
  name: 'catchup',
  options: z.object({ minutes: z.coerce.number().int().min(1).max(MINUTES_AT_MOST).optional() }),
  async run({ app, channel, userId, seenBy, words, signal }, { minutes }) {
    const wish = { userId, seenBy, ...(minutes === undefined ? {} : { minutes }) }
    const digest = await app.catchup(channel, wish, signal)
    return app.present(digest, channel, words)
  },
})
