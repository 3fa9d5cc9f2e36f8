import { z } from 'zod'
import { defineCommand } from '../src/command.ts'

/** No topic is longer; a whole article pasted in by mistake is. */
const TOPIC_LENGTH = 200
const OTHERS_AT_MOST = 3

export default defineCommand({
  name: 'summary',
  isPublic: options => options.public === 'yes',
  options: z.object({
    topic: z.string().min(1).max(TOPIC_LENGTH).meta({ greedy: true, suggested: true }),
    since: z.enum(['24h', '3d', '7d', '30d']).optional(),
    length: z.enum(['short', 'normal', 'long']).optional(),
    public: z.enum(['yes', 'no']).optional(),
  }),
  async run({ app, channel, seenBy, words, signal }, { topic, since, length = 'normal' }) {
    const wish = { topic, length, language: words.language, seenBy, ...(since === undefined ? {} : { since }) }
    const digest = await app.summary(channel, wish, signal)
    const message = await app.present(digest, channel, words)
    const more =
      length === 'long'
        ? []
        : [
            {
              label: words.digest.more,
              command: 'summary',
              options: { ...(since ? { since } : {}), topic, length: 'long' },
            },
          ]
    // Of a surname that several people bear the others are one press away.
    const others = (digest.people ?? []).slice(1, 1 + OTHERS_AT_MOST).map(({ name }) => ({
      label: name,
      command: 'summary',
      options: { ...(since ? { since } : {}), topic: name, length },
    }))
    return { ...message, actions: [...message.actions, ...others, ...more] }
  },
})
