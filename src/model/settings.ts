import type { SummaryChoice } from './briefing.ts'

/** The language model that words a channel's bullets. */
export interface ModelUsed {
  readonly model: string
  /** Where sentences of articles are sent to. */
  readonly host: string
}

/** What a channel has set; each can be changed by /settings. */
export interface ChannelSettings {
  readonly summaries: SummaryChoice
  readonly language: string
  readonly timezone: string
  /** The operator's language model; absent when there is none to choose. */
  readonly model?: ModelUsed
}

/** What a channel may change by /settings. */
export interface SettingsWish {
  readonly summaries?: SummaryChoice | undefined
  readonly language?: string | undefined
  readonly timezone?: string | undefined
}

/** What is done with a channel's texts. */
export interface Privacy {
  readonly feeds: number
  readonly briefings: number
  /** Absent when nothing leaves the machine. */
  readonly model?: ModelUsed
}
