import type { Command } from '../src/command.ts'
import briefing from './briefing.ts'
import catchup from './catchup.ts'
import feeds from './feeds.ts'
import filter from './filter.ts'
import follow from './follow.ts'
import help from './help.ts'
import list from './list.ts'
import missed from './missed.ts'
import privacy from './privacy.ts'
import schedule from './schedule.ts'
import settings from './settings.ts'
import sources from './sources.ts'
import status from './status.ts'
import subscribe from './subscribe.ts'
import summary from './summary.ts'
import unsubscribe from './unsubscribe.ts'
import why from './why.ts'

/** The commands, in menu order. Adding one: a file in this folder and a line here. */
export const commands: readonly Command[] = [
  summary,
  briefing,
  catchup,
  sources,
  why,
  missed,
  follow,
  subscribe,
  unsubscribe,
  list,
  feeds,
  schedule,
  filter,
  settings,
  status,
  privacy,
  help,
]
