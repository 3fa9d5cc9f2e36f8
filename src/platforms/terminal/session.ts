import type { Readable, Writable } from 'node:stream'

/** Where lines come from; a keyboard when `isTTY`. */
export type TerminalInput = Readable & { readonly isTTY?: boolean }

/** Where text goes; a window when `isTTY`. */
export type TerminalOutput = Writable & {
  readonly isTTY?: boolean
  readonly columns?: number
  hasColors?(): boolean
}

/** What the person typed was answered with. */
export interface Answer {
  readonly text: string
  readonly isError: boolean
}

/** What a session needs of the platform. */
export interface Desk {
  /** Never rejects. */
  answer(line: string, signal: AbortSignal): Promise<Answer>
  /** Resolves when the text is handed over; false when nobody reads any more. */
  write(text: string): Promise<boolean>
  /** The person is done: the input ended or they said so. */
  ended(failed: boolean): void
}

/** One sitting at the terminal, with a keyboard or through a pipe. */
export interface Session {
  /** Shows something nobody typed for. @returns false when nobody reads any more */
  print(text: string): Promise<boolean>
  /** Takes no more lines; resolves when the answers under way are given. */
  close(): Promise<void>
}

const EXIT_WORDS = new Set(['exit', 'quit'])

/** Whether the line says goodbye: `exit` or `quit`, with or without a slash. */
export function isExit(line: string): boolean {
  return EXIT_WORDS.has(line.trim().replace(/^\//, '').toLowerCase())
}
