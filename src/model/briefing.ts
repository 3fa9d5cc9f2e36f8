import type { DigestId, DigestLength } from './digest.ts'
import type { FeedId } from './feed.ts'
import type { Message } from './message.ts'

export type PlatformName = 'terminal' | 'discord' | 'telegram'

/** `platform:address`; the address is the platform's own (Discord channel id; Telegram `chat` or `chat/topic`). */
export type ChannelId = string & { readonly __id: 'channel' }
export type BriefingId = string & { readonly __id: 'briefing' }
export type DeliveryId = string & { readonly __id: 'delivery' }

/** Who words a channel's bullets: the sources themselves, or the operator's language model. */
export type SummaryChoice = 'extractive' | 'llm'

export interface Channel {
  readonly id: ChannelId
  readonly platform: PlatformName
  readonly address: string
  readonly title?: string
  /** Interface language: a catalogue of src/text/words. */
  readonly language: string
  /** IANA zone of the channel's clock. */
  readonly timezone: string
  /** Extractive when absent. */
  readonly summaries?: SummaryChoice
  /** Set when the platform said that the channel is gone; sending stops. */
  readonly pausedAt?: Date
  readonly pauseReason?: string
}

export type SubscriptionMode = 'digest' | 'instant'

/** A channel takes a feed. */
export interface Subscription {
  readonly channelId: ChannelId
  readonly feedId: FeedId
  readonly mode: SubscriptionMode
  readonly createdAt: Date
  /** Arrival number up to which the channel was told at once; absent until the feed has been read. Mode `instant` only. */
  readonly announcedUpTo?: number
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** A channel's standing order. */
export interface Briefing {
  readonly id: BriefingId
  readonly channelId: ChannelId
  /** Local wall-clock time, "HH:MM". */
  readonly at: string
  /** Never empty; in week order. */
  readonly days: readonly Weekday[]
  /** IANA zone. */
  readonly timezone: string
  readonly length: DigestLength
  readonly nextRunAt: Date
  /** When the last edition was made. */
  readonly lastRunAt?: Date
  /** Arrival number of the last article that the last edition could tell: the next one begins behind it. */
  readonly toldUpTo?: number
}

/** planned → claimed → sending (nonce stored first) → sent | uncertain | dead. */
export type PartState = 'planned' | 'claimed' | 'sending' | 'sent' | 'uncertain' | 'dead'

/** A digest (or a notice) owed to a channel, in parts. Written in the transaction that makes it owed. */
export interface Delivery {
  /** From what makes it owed (briefing and slot; feed and article): the same debt can not be written twice. */
  readonly id: DeliveryId
  readonly channelId: ChannelId
  readonly digestId?: DigestId
  readonly createdAt: Date
  /** In sending order. */
  readonly parts: readonly Message[]
}

/** One part that a sender holds; `attempt` is its fencing token. */
export interface ClaimedPart {
  readonly deliveryId: DeliveryId
  /** From 0. */
  readonly index: number
  readonly channel: Channel
  readonly message: Message
  /** 1 for the first claim. */
  readonly attempt: number
  /** At most 25 characters; the same at every attempt. */
  readonly nonce: string
  /** How often the part has been sent without a known outcome (no answer came, or the process died while sending). */
  readonly uncertainAttempts: number
  /** When the first of those attempts began; absent when there was none. */
  readonly uncertainSince?: Date
  readonly createdAt: Date
}

/** The platform's own id of a sent message. */
export interface Receipt {
  readonly messageId: string
}
