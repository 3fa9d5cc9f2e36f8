import { z } from 'zod'
import { defineCommand } from '../src/command.ts'

export default defineCommand({
  name: 'briefing',
  who: options => (options.action === 'now' ? 'managers' : 'all'),
  isPublic: options => options.action === 'now',
  options: z.object({
    action: z.enum(['now', 'preview', 'last']).optional(),
    length: z.enum(['short', 'normal', 'long']).optional(),
  }),
  async run({ app, channel, seenBy, words, signal }, { action = 'preview', length = 'normal' }) {
    const digest =
      action === 'last'
        ? await app.lastBriefing(channel, seenBy)
        : await app.briefing(channel, { length, ...(action === 'now' ? {} : { previewFor: seenBy }) }, signal)
    return app.present(digest, channel, words)
  },
})
