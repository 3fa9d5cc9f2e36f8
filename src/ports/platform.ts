import type { ClaimedPart, PlatformName, Receipt } from '../model/briefing.ts'
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
  /** BCP 47 tag of the person's interface, when the platform says it. */
  readonly locale?: string
}

/** A file that a person handed in. */
export interface GivenFile {
  readonly filename: string
  readonly bytes: Uint8Array
}

/** What a file that is handed in may weigh, in bytes; it is known before anything is downloaded. */
export const GIVEN_FILE_BYTES_MAX = 10 * 1024 * 1024

/**
 * Reads the file that goes with a command: the attached one, or at the terminal the one with this path. Asked for only
 * when the command may be given.
 * @returns undefined when there is none
 * @throws UserError 'fileTooLarge', 'missingFile', 'unreadableFile'
 */
export type OpenFile = (path: string | undefined, signal: AbortSignal) => Promise<GivenFile | undefined>

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

/** One chat service. */
export interface Platform {
  readonly name: PlatformName
  /** The message in parts that this platform can send, in order; at least one. */
  split(message: Message): readonly Message[]
  /**
   * Connects, registers the commands and begins to answer; resolves when commands are being received.
   * @throws StartError when the platform refuses the token
   */
  start(handler: CommandHandler, signal: AbortSignal): Promise<void>
  /**
   * One attempt to send one part.
   * @throws DeliveryError for every failure
   */
  send(part: ClaimedPart, signal: AbortSignal): Promise<Receipt>
  /** Stops receiving, waits for answers under way, closes the connection. Safe to call twice. */
  stop(): Promise<void>
}
