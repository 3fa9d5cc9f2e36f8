// npm run bench -- NAME [options]: measures on this machine and prints a table. A new bench is a file and a line here.
import { benchDigests } from './digests.ts'
import { benchFeeds } from './feeds.ts'
import { benchParse } from './parse.ts'
import { benchSummary } from './summary.ts'

const BENCHES: Readonly<Record<string, (options: readonly string[]) => Promise<void>>> = {
  digests: async options => {
    await benchDigests(options)
    await benchSummary(options)
  },
  feeds: benchFeeds,
  parse: benchParse,
  summary: benchSummary,
}

const [name = '', ...options] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (bench === undefined) {
  console.error(`usage: npm run bench -- NAME [options], NAME being one of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 64
} else {
  await bench(options)
}
