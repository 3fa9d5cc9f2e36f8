import { channels } from './de/channels.ts'
import { commands } from './de/commands.ts'
import { digests } from './de/digests.ts'
import { errors } from './de/errors.ts'
import { feeds } from './de/feeds.ts'
import type { Words } from './en.ts'

/** German. */
export const de: Words = {
  language: 'de',
  ...commands,
  ...feeds,
  ...digests,
  ...channels,
  ...errors,
}
