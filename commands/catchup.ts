import { z } from 'zod'
import { defineCommand } from '../src/command.ts'

/** A week. */
const MINUTES_AT_MOST = 10_080

export default defineCommand({
  name: 'catchup',
  options: z.object({ minutes: z.coerce.number().int().min(1).max(MINUTES_AT_MOST).optional() }),
  async run({ app, channel, userId, words, signal }, { minutes }) {
    const digest = await app.catchup(channel, { userId, ...(minutes === undefined ? {} : { minutes }) }, signal)
    return app.present(digest, channel, words)
  },
})
