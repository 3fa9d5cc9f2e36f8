import { z } from 'zod'
import { defineCommand } from '../src/command.ts'

export default defineCommand({
  name: 'privacy',
  options: z.object({}),
  async run({ app, channel, words }) {
    const { feeds, briefings, model } = await app.privacy(channel)
    const { privacy } = words
    const leaving = model === undefined ? privacy.stays : privacy.leaves(model.model, model.host)
    const rows = [privacy.kept(feeds, briefings), privacy.people, privacy.fetches, leaving, privacy.forget]
    return {
      blocks: [{ kind: 'title', text: privacy.title }, ...rows.map(text => ({ kind: 'bullet', text }) as const)],
      actions: [],
    }
  },
})
