import type { UseCases } from '../command-cases.ts'
import { parseZone } from '../digests/schedule.ts'
import type { Channel } from '../model/briefing.ts'
import { UserError } from '../model/errors.ts'
import type { ChannelSettings, ModelUsed } from '../model/settings.ts'
import type { WordingModel } from '../ports/summarizer.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import type { AppParts } from './parts.ts'
import { modelOf } from './wording.ts'

/** What people may know of a model. */
export const modelUsed = (found: WordingModel | undefined): { readonly model?: ModelUsed } =>
  found === undefined ? {} : { model: { model: found.model, host: found.host } }

function settingsOf(channel: Channel, parts: AppParts): ChannelSettings {
  const { language, timezone } = channel
  const summaries = modelOf(channel, parts) === undefined ? 'extractive' : 'llm'
  return { summaries, language, timezone, ...modelUsed(parts.wordingModel) }
}

/** The part of the use-cases that is about what a channel has chosen, and what is done with its texts. */
export function settingsCases(parts: AppParts): Pick<UseCases, 'settings' | 'changeSettings' | 'privacy'> {
  const { store } = parts
  return {
    settings: channel => settingsOf(channel, parts),

    async changeSettings(channel, { summaries, language, timezone }) {
      if (summaries === 'llm' && parts.wordingModel === undefined) throw new UserError('noModel')
      const changed: Channel = {
        ...channel,
        ...(summaries === undefined ? {} : { summaries }),
        ...(language === undefined ? {} : { language: catalogueFor(language).language }),
        ...(timezone === undefined ? {} : { timezone: parseZone(timezone) }),
      }
      await store.saveChannel(changed)
      return settingsOf(changed, parts)
    },

    async privacy(channel) {
      const [feeds, briefings] = await Promise.all([store.listFeeds(channel.id), store.listBriefings(channel.id)])
      return { feeds: feeds.length, briefings: briefings.length, ...modelUsed(modelOf(channel, parts)) }
    },
  }
}
