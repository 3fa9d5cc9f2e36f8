import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command.ts'
import type { Action, Block, Message } from '../src/model/message.ts'
import type { ChannelSettings } from '../src/model/settings.ts'
import { catalogues } from '../src/text/words/catalogues.ts'
import type { Words } from '../src/text/words/en.ts'

/** Zones that stand for themselves, without the option's name. */
const ZONE_FORM = '^((utc|gmt)([+-].*)?|[cewm]et|[a-z]{3}\\d[a-z]{3}|[+-]\\d.*|[a-z_]+/.+)$'

function lines({ summaries, language, timezone, model }: ChannelSettings, words: Words): readonly Block[] {
  const isWorded = summaries === 'llm' && model !== undefined
  return [
    {
      kind: 'bullet',
      label: 'summaries',
      text: isWorded ? words.settings.llm(model.model, model.host) : words.settings.extractive,
    },
    { kind: 'bullet', label: 'language', text: language },
    { kind: 'bullet', label: 'timezone', text: timezone },
  ]
}

/** The other choice, where there is one. */
function switches({ summaries, model }: ChannelSettings, words: Words): readonly Action[] {
  if (model === undefined) return []
  const other = summaries === 'llm' ? 'extractive' : 'llm'
  const label = other === 'llm' ? words.settings.switchOn(model.model) : words.settings.switchOff
  return [{ label, command: 'settings', options: { summaries: other } }]
}

/** Briefings have a zone of their own, which stays. */
async function zoneNote({ app, channel, words }: CommandContext, timezone: string): Promise<readonly Block[]> {
  const others = (await app.schedules(channel)).filter(briefing => briefing.timezone !== timezone)
  return others.length === 0 ? [] : [{ kind: 'note', text: words.settings.otherZones(others.length) }]
}

export default defineCommand({
  name: 'settings',
  who: 'managers',
  options: z.object({
    summaries: z.enum(['extractive', 'llm']).optional(),
    language: z.enum(catalogues.map(({ language }) => language)).optional(),
    timezone: z.string().optional().meta({ form: ZONE_FORM, suggested: true }),
  }),
  async run(context, wish): Promise<Message> {
    const { app, channel, words } = context
    const changes = Object.entries(wish).filter(([, value]) => value !== undefined)
    const isChange = changes.length > 0
    const settings = isChange ? await app.changeSettings(channel, wish) : app.settings(channel)
    return {
      blocks: [
        { kind: 'title', text: isChange ? words.settings.changed : words.settings.title },
        ...lines(settings, words),
        ...(wish.timezone === undefined ? [] : await zoneNote(context, settings.timezone)),
      ],
      actions: switches(settings, words),
    }
  },
})
