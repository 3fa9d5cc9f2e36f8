/**
 * Parsing speed beside rss-parser and feedsmith on the same decoded feeds in the same run: the captured real feeds of a
 * folder (cases.json and files/), or generated ones when the folder is absent. Ours includes decoding the bytes.
 *
 *   npm run bench -- parse [FOLDER] [ROUNDS]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed as readWithFeedsmith } from 'feedsmith'
import RssParser from 'rss-parser'
import { decodeBytes } from '../../src/feeds/decode.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { createParserPool } from '../../src/feeds/parser-pool.ts'

const FOLDER = '../shared/data/feeds'
const ROUNDS = 9
const BYTES_PER_MB = 1e6
const GENERATED_FEEDS = 40
const LONG_FEED_ITEMS = 100_000

interface Sample {
  readonly text: string
  readonly bytes: Uint8Array
}

type Read = (sample: Sample) => unknown

const rssParser = new RssParser()
/** The first is what the others are measured against. */
const READERS: readonly (readonly [name: string, read: Read])[] = [
  ['rss-parser', ({ text }) => rssParser.parseString(text)],
  ['feedsmith', ({ text }) => readWithFeedsmith(text)],
  ['tidings', ({ bytes }) => parseFeed(bytes, { url: 'https://captured.example/feed' })],
]

const sampleOf = (text: string): Sample => ({ text, bytes: Buffer.from(text) })

interface CapturedCase {
  readonly category: string
  readonly file: string
  readonly headers?: Readonly<Record<string, string>>
}

function capturedSamples(folder: string): readonly Sample[] {
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as readonly CapturedCase[]
  return cases
    .filter(({ category }) => category.startsWith('real-'))
    .map(({ file, headers }) => {
      const bytes = readFileSync(join(folder, 'files', file))
      return sampleOf(decodeBytes(bytes, headers?.['content-type']).text)
    })
}

const generatedItem = (index: number): string =>
  `<item><title>Ferry ${index} returns &amp; waits</title><link>https://harbour.example/${index}?a=1&amp;b=2</link>` +
  `<guid isPermaLink="false">h-${index}</guid><pubDate>Sun, 01 Mar 2026 07:${String(index % 60).padStart(2, '0')}:00 GMT</pubDate>` +
  `<dc:creator>Ann Example</dc:creator><category>Harbour</category><description><![CDATA[<p>The ferry <a href="/f/${index}">` +
  `number ${index}</a> came back to port.</p>${'<p>It had been at sea for a day and a night, in a gale.</p>'.repeat(index % 9)}]]></description></item>`

const generatedFeed = (items: number): string =>
  '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>' +
  `<link>https://harbour.example/</link>${Array.from({ length: items }, (_, index) => generatedItem(index)).join('')}</channel></rss>`

const generatedSamples = (): readonly Sample[] =>
  Array.from({ length: GENERATED_FEEDS }, (_, index) => sampleOf(generatedFeed(10 + index * 5)))

async function canRead(read: Read, sample: Sample): Promise<boolean> {
  try {
    await read(sample)
    return true
  } catch {
    return false
  }
}

/** Only what all of them can read: a parser that gives up at the first byte would look fast. */
async function readableByAll(samples: readonly Sample[]): Promise<readonly Sample[]> {
  const kept: Sample[] = []
  for (const sample of samples) {
    const read = await Promise.all(READERS.map(([, reader]) => canRead(reader, sample)))
    if (read.every(Boolean)) kept.push(sample)
  }
  return kept
}

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

async function roundMs(read: Read, samples: readonly Sample[]): Promise<number> {
  const startedAt = performance.now()
  for (const sample of samples) await read(sample)
  return performance.now() - startedAt
}

async function longFeedMs(): Promise<number> {
  const pool = createParserPool({ threads: 1 })
  const { signal } = new AbortController()
  const about = { url: 'https://harbour.example/feed' }
  const item = '<item><title>Ferry</title><link>https://harbour.example/x</link><guid>x</guid></item>'
  try {
    await pool.parse(Buffer.from(generatedFeed(1)), about, signal)
    const bytes = Buffer.from(generatedFeed(1).replace('</channel>', `${item.repeat(LONG_FEED_ITEMS)}</channel>`))
    const startedAt = performance.now()
    await pool.parse(bytes, about, signal)
    return performance.now() - startedAt
  } finally {
    await pool.close()
  }
}

/**
 * Prints MB/s of each reader and its ratio to rss-parser (medians), then how long a feed of 100,000 items takes in a worker.
 * @param args the folder with the captured feeds, then the number of rounds; both may be absent
 */
export async function benchParse([folder = FOLDER, rounds = String(ROUNDS)]: readonly string[]): Promise<void> {
  const isCaptured = existsSync(join(folder, 'cases.json'))
  const samples = await readableByAll(isCaptured ? capturedSamples(folder) : generatedSamples())
  const megabytes = samples.reduce((sum, { bytes }) => sum + bytes.length, 0) / BYTES_PER_MB
  console.log(`${samples.length} ${isCaptured ? 'captured' : 'generated'} feeds, ${megabytes.toFixed(2)} MB`)
  const times = new Map(READERS.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [name, read] of READERS) times.get(name)?.push(await roundMs(read, samples))
  }
  const reference = medianOf(times.get('rss-parser') ?? [])
  console.log('reader          MB/s   feeds/s   x rss-parser')
  for (const [name, all] of times) {
    const ms = medianOf(all)
    const columns = [(megabytes / ms) * 1000, (samples.length / ms) * 1000, reference / ms]
    console.log(
      `${name.padEnd(12)} ${columns.map((value, at) => value.toFixed(at === 2 ? 2 : 1).padStart(8)).join('  ')}`,
    )
  }
  console.log(`100,000 items in a worker: ${(await longFeedMs()).toFixed(0)} ms`)
}
