import type { ClaimedPart, PlatformName, Receipt } from '../model/briefing.ts'
import type { OpenFile } from '../model/given-file.ts'
import type { Message } from '../model/message.ts'

/** Who gave a command and where. */
export interface Request {
  readonly platform: PlatformName
  /** The platform's own address of the channel (see ChannelId). */
  readonly address: string
  readonly channelTitle?: string
  readonly userId: string
  /** May manage the channel: administrator there, or a direct message. */
  readonly isManager: boolean
  /** Only this person will see the answer; absent: everybody in the channel does. Known before the answer is made. */
  readonly isAnswerPrivate?: boolean
  /** BCP 47 tag of the person's interface, when the platform says it. */
  readonly locale?: string
}

/** What a person asked for: words to be parsed, options already named, or a button. */
export type Invocation =
  | { readonly kind: 'words'; readonly text: string; readonly openFile?: OpenFile }
  | {
      readonly kind: 'options'
      readonly command: string
      readonly options: Readonly<Record<string, string>>
      readonly openFile?: OpenFile
    }
  | { readonly kind: 'action'; readonly id: string }

export interface Suggestion {
  readonly name: string
  readonly value: string
}

/** What a platform hands to the application. Never throws: an error comes back as a message. */
export interface CommandHandler {
  handle(request: Request, invocation: Invocation, signal: AbortSignal): Promise<Message>
  /** Completions for a half-typed option, best first, at most 25. */
  suggest(request: Request, command: string, option: string, typed: string): Promise<readonly Suggestion[]>
}

/** How often a part may be sent again when nobody knows whether it arrived. */
export interface ResendPolicy {
  /** 0 or more. */
  readonly times: number
  /** Wait before sending again. */
  readonly afterMs: number
  /** The platform knows a repetition for so long after the first attempt; later, one more is sent in all. */
  readonly withinMs?: number
}

/** One chat service. */
export interface Platform {
  readonly name: PlatformName
  readonly resend: ResendPolicy
  /** The message in parts that this platform can send, in order; at least one. */
  split(message: Message): readonly Message[]
  /**
   * Connects, registers the commands and begins to answer; resolves when commands are being received.
   * @param signal aborted when connecting, and answers under way, are to be given up; `stop` comes before it
   * @throws StartError when the platform refuses the token
   */
  start(handler: CommandHandler, signal: AbortSignal): Promise<void>
  /**
   * One attempt to send one part.
   * @param signal aborted when the attempt is to be given up, not when the process begins to stop
   * @throws DeliveryError for every failure
   */
  send(part: ClaimedPart, signal: AbortSignal): Promise<Receipt>
  /**
   * Stops receiving, waits some seconds for answers under way (then ends them through their signal, so that each
   * person is told), closes the connection. Always ends. Safe to call twice.
   */
  stop(): Promise<void>
}
