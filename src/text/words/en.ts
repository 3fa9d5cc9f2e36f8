// English, and by its type the form of every other catalogue. A command never holds a sentence: it takes one from here.

import { channels } from './en/channels.ts'
import { commands } from './en/commands.ts'
import { digests } from './en/digests.ts'
import { errors } from './en/errors.ts'
import { feeds } from './en/feeds.ts'

export const en = {
  language: 'en',
  ...commands,
  ...feeds,
  ...digests,
  ...channels,
  ...errors,
}

/** A catalogue: every sentence that people read, in one language. */
export type Words = typeof en
