import type { Publisher } from '../fakes/publisher.ts'

interface Item {
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly at: string
}

/** Public facts of 5 June 2024, in our own words. */
const PUTIN: readonly Item[] = [
  {
    id: 'arms',
    title: 'Putin says Russia may arm regions from which Western interests could be struck',
    at: '2024-06-05T20:10:00Z',
    text: [
      'Russian President Vladimir Putin said on 5 June 2024 that Russia may supply weapons to regions from which Western interests could be struck.',
      'Putin said this would answer a decision of the West to let Ukraine use long-range missiles on Russian territory.',
      'He spoke with some fifteen news agencies for about three hours on the sidelines of the St Petersburg Economic Forum.',
    ],
  },
  {
    id: 'talks',
    title: 'Putin tells agencies that Moscow would negotiate',
    at: '2024-06-05T21:30:00Z',
    text: [
      'Moscow would negotiate with Kyiv, Vladimir Putin told news agencies in St Petersburg on 5 June 2024.',
      'The way to end the war, Putin said, was for the West to stop delivering weapons to Ukraine.',
      'Putin also said that Western instructors are already in Ukraine and have losses of which their states keep silent.',
    ],
  },
]

const FLOOD: readonly Item[] = [
  {
    id: 'flood',
    title: 'River Aln floods the old town of Marlow Bridge',
    at: '2026-11-23T09:30:00Z',
    text: [
      'The river Aln flooded the old town of Marlow Bridge on Monday morning, and 240 people left their homes.',
      'Mayor Ilse Brandt said that the water was falling and that the bridge stays closed until Wednesday.',
    ],
  },
]

const FLOOD_AGAIN: readonly Item[] = [
  {
    id: 'flood-2',
    title: 'Marlow Bridge: 240 leave their homes as the Aln floods the old town',
    at: '2026-11-23T10:05:00Z',
    text: [
      'Some 240 residents of the old town of Marlow Bridge had to leave their homes after the river Aln flooded it on Monday.',
      'The bridge will stay closed until Wednesday, according to mayor Ilse Brandt.',
    ],
  },
]

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function rss(title: string, host: string, items: readonly Item[]): string {
  const entries = items.map(
    ({
      id,
      title: headline,
      text,
      at,
    }) => `<item><guid isPermaLink="false">${id}</guid><title>${escapeText(headline)}</title>
<link>http://${host}/${id}</link><pubDate>${new Date(at).toUTCString()}</pubDate>
<description>${escapeText(text.map(line => `<p>${line}</p>`).join(''))}</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>http://${host}/</link>${entries.join('')}</channel></rss>`
}

function jsonFeed(title: string, host: string, items: readonly Item[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `http://${host}/`,
    items: items.map(({ id, title: headline, text, at }) => ({
      id,
      url: `http://${host}/${id}`,
      title: headline,
      content_text: text.join('\n\n'),
      date_published: at,
    })),
  })
}

const MARKS = { etag: '"one"', 'last-modified': 'Mon, 23 Nov 2026 10:30:00 GMT' }

/** Two newspapers at made-up hosts. @returns their feeds' addresses */
export function openNewspapers(publisher: Publisher): readonly string[] {
  const xml = { headers: { ...MARKS, 'content-type': 'application/rss+xml' }, isConditional: true }
  const json = { headers: { ...MARKS, 'content-type': 'application/feed+json' }, isConditional: true }
  publisher.set('/north.xml', { ...xml, body: rss('North Gazette', 'north.example', [...PUTIN, ...FLOOD]) })
  publisher.set('/south.json', { ...json, body: jsonFeed('South Courier', 'south.example', FLOOD_AGAIN) })
  return ['http://north.example/north.xml', 'http://south.example/south.json']
}
