import type { Briefing, Channel } from '../model/briefing.ts'
import type { WordingModel } from '../ports/summarizer.ts'
import type { AppParts } from './parts.ts'

/** Somebody waits for the answer. */
const ANSWER_WAIT_MS = 30_000
/** One edition waits so long for the model. */
const EDITION_WAIT_MS = 60_000
/** So long after its slot an edition is late: it waits for no model, so that many channels that have one are served in time. */
const LATE_AFTER_MS = 2 * 60_000

/** The model that words this channel's bullets; undefined when the channel has chosen none, or there is none any more. */
export const modelOf = (channel: Channel, { wordingModel }: AppParts): WordingModel | undefined =>
  channel.summaries === 'llm' ? wordingModel : undefined

function withModel(channel: Channel, parts: AppParts, untilMs: number): AppParts {
  const model = modelOf(channel, parts)
  return model === undefined ? parts : { ...parts, summarizer: model.until(new Date(untilMs)) }
}

/** The parts with the summariser that the channel has chosen, for a digest that somebody waits for. */
export const forAnswer = (channel: Channel, parts: AppParts): AppParts =>
  withModel(channel, parts, parts.clock.now().getTime() + ANSWER_WAIT_MS)

/** The same for an edition: in its time, or in the sources' own words. */
export const forEdition = (channel: Channel, { nextRunAt }: Briefing, parts: AppParts): AppParts =>
  withModel(
    channel,
    parts,
    Math.min(parts.clock.now().getTime() + EDITION_WAIT_MS, nextRunAt.getTime() + LATE_AFTER_MS),
  )
