import { open, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { UserError } from '../../model/errors.ts'
import { GIVEN_FILE_BYTES_MAX, type OpenFile } from '../../model/given-file.ts'
import type { Attachment } from '../../model/message.ts'

const LIMIT_TEXT = '10 MB'
/** Names that are tried (tidings.opml, tidings-2.opml…) before the file is shown instead. */
const NAMES_TRIED = 100

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * Reads the file that a person names, as seen from a folder; `~/` is the person's home.
 * @returns an opener that throws UserError 'missingFile', 'fileTooLarge', 'unreadableFile'
 */
export function pathOpener(folder: string): OpenFile {
  return async path => {
    if (path === undefined || path === '') return undefined
    const file = resolve(folder, path.replace(/^~(?=\/)/, homedir()))
    const handle = await open(file).catch((error: unknown) => {
      const isMissing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
      throw new UserError(isMissing ? 'missingFile' : 'unreadableFile', { name: path }, { cause: error })
    })
    try {
      const about = await handle.stat()
      if (!about.isFile()) throw new UserError('unreadableFile', { name: path })
      if (about.size > GIVEN_FILE_BYTES_MAX) throw new UserError('fileTooLarge', { name: path, limit: LIMIT_TEXT })
      return { filename: basename(file), bytes: await handle.readFile() }
    } finally {
      await handle.close()
    }
  }
}

/**
 * Writes a message's file into a folder, under the next free name: nothing is ever overwritten.
 * @returns the path; undefined when the folder takes none (then the file is shown)
 */
export async function writeAttachment({ filename, text }: Attachment, folder: string): Promise<string | undefined> {
  const [, stem = 'file', extension = ''] = /^(.*?)(\.\w+)?$/.exec(basename(filename)) ?? []
  for (let count = 1; count <= NAMES_TRIED; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : `-${count}`}${extension}`)
    try {
      await writeFile(path, text, { flag: 'wx' })
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return undefined
    }
  }
  return undefined
}
