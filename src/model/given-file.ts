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
