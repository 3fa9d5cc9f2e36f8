// A farm of feeds on loopback, in a process of its own: prints its port, then answers until it is killed.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const KIB = 1024
/** Sizes of the bodies and how many of a hundred feeds have them. */
const SIZES: readonly (readonly [kib: number, share: number])[] = [
  [10, 70],
  [40, 24],
  [200, 5],
  [1024, 1],
]
/** One in so many feeds has news in each round but the first; the others answer 304. */
const CHANGED_ONE_IN = 10
const ROUNDS = 3

const NOUNS = 'harbour ferry council vote bridge storm river market school doctor train budget court fire'.split(' ')
/** Every other word of a news text is a function word; a language is told by them. */
const LINKS = 'of the|in a|and the|after|with the|for|by the|on a|from the|that'.split('|')

function sentence(seed: number): string {
  const words = Array.from({ length: 9 }, (_, index) => {
    const noun = NOUNS[(seed * 31 + index * (seed + 7)) % NOUNS.length]
    return `${noun} ${LINKS[(seed + index * 3) % LINKS.length]}`
  })
  return `The ${words.join(' ')} town in ${1900 + (seed % 120)}.`
}

function item(index: number, round: number): string {
  const text = Array.from({ length: 8 }, (_, line) => sentence(index * 8 + line + round)).join(' ')
  const name = `${round}-${index}`
  return `<item><title>${sentence(index)}</title><link>https://post.example/${name}</link><guid>https://post.example/${name}</guid><pubDate>${new Date(Date.now() - index * 60_000).toUTCString()}</pubDate><description>${text}</description></item>`
}

/** In a later round one item is new and the others are known. */
function body(kib: number, round: number): Buffer {
  const items: string[] = round === 0 ? [] : [item(0, round)]
  let size = 0
  for (let index = 0; size < kib * KIB; index += 1) {
    const next = item(index, 0)
    size += next.length
    items.push(next)
  }
  return Buffer.from(`<rss version="2.0"><channel><title>Farm</title>${items.join('')}</channel></rss>`)
}

const bodies = Array.from({ length: ROUNDS }, (_, round) => round).map(round => SIZES.map(([kib]) => body(kib, round)))
const classes = SIZES.flatMap(([, share], index) => Array<number>(share).fill(index))
let round = 0

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  if (path === '/next-round') {
    round += 1
    return void response.end()
  }
  const number = Number(path.slice(1))
  const version = number % CHANGED_ONE_IN === 0 ? Math.min(round, ROUNDS - 1) : 0
  const etag = `"${number}-${version}"`
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
  const bytes = bodies[version]?.[classes[(number * 37) % classes.length] ?? 0]
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml', 'content-length': bytes?.length ?? 0 })
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
