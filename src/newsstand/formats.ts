import type { SampleArticle } from './article.ts'
import type { Edition, PrintedArticle } from './edition.ts'
import { type FeedFormat, feedOf, type Outlet, siteOf } from './outlets.ts'

const SUB_HEADING = '## '
const TTL_MINUTES = 60

/** Text that may stand in HTML or XML, in an attribute too. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** The body as HTML paragraphs and sub-headings. */
function bodyHtml(article: SampleArticle): string {
  return article.body
    .map(line =>
      line.startsWith(SUB_HEADING)
        ? `<h2>${escapeMarkup(line.slice(SUB_HEADING.length))}</h2>`
        : `<p>${escapeMarkup(line)}</p>`,
    )
    .join('\n')
}

/** The first paragraph that is not the title once more. */
function standfirst(article: SampleArticle): string {
  return article.body.find(line => line !== article.title) ?? article.title
}

function newest(articles: readonly PrintedArticle[]): Date {
  return articles[0]?.publishedAt ?? new Date(0)
}

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with content:encoded and dc:creator. */
function rss({ outlet, articles }: Edition): string {
  const items = articles.map(
    article => `  <item>
    <title>${escapeMarkup(article.title)}</title>
    <link>${article.url}</link>
    <guid isPermaLink="false">${article.guid}</guid>
    <pubDate>${article.publishedAt.toUTCString()}</pubDate>
    <dc:creator>${escapeMarkup(article.author)}</dc:creator>
    <description>${escapeMarkup(standfirst(article))}</description>
    <content:encoded>${cdata(bodyHtml(article))}</content:encoded>
  </item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>${escapeMarkup(outlet.title)}</title>
  <link>${siteOf(outlet)}</link>
  <description>${escapeMarkup(outlet.motto)}</description>
  <language>${outlet.language}</language>
  <lastBuildDate>${newest(articles).toUTCString()}</lastBuildDate>
  <ttl>${TTL_MINUTES}</ttl>
  <atom:link href="${feedOf(outlet)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`
}

/** Atom 1.0 (RFC 4287). */
function atom({ outlet, articles }: Edition): string {
  const entries = articles.map(
    article => `  <entry>
    <id>${article.guid}</id>
    <title>${escapeMarkup(article.title)}</title>
    <link rel="alternate" type="text/html" href="${article.url}"/>
    <published>${article.publishedAt.toISOString()}</published>
    <updated>${article.publishedAt.toISOString()}</updated>
    <author><name>${escapeMarkup(article.author)}</name></author>
    <summary>${escapeMarkup(standfirst(article))}</summary>
    <content type="html">${escapeMarkup(bodyHtml(article))}</content>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
  <id>${siteOf(outlet)}</id>
  <title>${escapeMarkup(outlet.title)}</title>
  <subtitle>${escapeMarkup(outlet.motto)}</subtitle>
  <link rel="alternate" type="text/html" href="${siteOf(outlet)}"/>
  <link rel="self" type="application/atom+xml" href="${feedOf(outlet)}"/>
  <updated>${newest(articles).toISOString()}</updated>
${entries.join('\n')}
</feed>
`
}

/** RSS 1.0 (https://web.resource.org/rss/1.0/spec) with Dublin Core, content and syndication modules. */
function rdf({ outlet, articles }: Edition): string {
  const items = articles.map(
    article => `<item rdf:about="${article.url}">
  <title>${escapeMarkup(article.title)}</title>
  <link>${article.url}</link>
  <description>${escapeMarkup(standfirst(article))}</description>
  <dc:creator>${escapeMarkup(article.author)}</dc:creator>
  <dc:date>${article.publishedAt.toISOString()}</dc:date>
  <dc:identifier>${article.guid}</dc:identifier>
  <content:encoded>${cdata(bodyHtml(article))}</content:encoded>
</item>`,
  )
  const places = articles.map(article => `    <rdf:li rdf:resource="${article.url}"/>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="${feedOf(outlet)}">
  <title>${escapeMarkup(outlet.title)}</title>
  <link>${siteOf(outlet)}</link>
  <description>${escapeMarkup(outlet.motto)}</description>
  <dc:language>${outlet.language}</dc:language>
  <sy:updatePeriod>hourly</sy:updatePeriod>
  <sy:updateFrequency>1</sy:updateFrequency>
  <items>
   <rdf:Seq>
${places.join('\n')}
   </rdf:Seq>
  </items>
</channel>
${items.join('\n')}
</rdf:RDF>
`
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
function json({ outlet, articles }: Edition): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.title,
    description: outlet.motto,
    home_page_url: siteOf(outlet),
    feed_url: feedOf(outlet),
    language: outlet.language,
    items: articles.map(article => ({
      id: article.guid,
      url: article.url,
      title: article.title,
      summary: standfirst(article),
      content_html: bodyHtml(article),
      date_published: article.publishedAt.toISOString(),
      authors: [{ name: article.author }],
    })),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

const FORMATS: Readonly<Record<FeedFormat, { readonly type: string; write(edition: Edition): string }>> = {
  rss: { type: 'application/rss+xml', write: rss },
  atom: { type: 'application/atom+xml', write: atom },
  rdf: { type: 'application/rdf+xml', write: rdf },
  json: { type: 'application/feed+json', write: json },
}

/** Media type of the outlet's feed. */
export const feedType = (outlet: Outlet): string => FORMATS[outlet.format].type

/** The outlet's feed in its own format, articles newest first. */
export const writeFeed = (edition: Edition): string => FORMATS[edition.outlet.format].write(edition)

function page(outlet: Outlet, title: string, head: string, main: string): string {
  return `<!doctype html>
<html lang="${outlet.language}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
${head}
</head>
<body>
${main}
</body>
</html>
`
}

const alternate = (outlet: Outlet): string =>
  `<link rel="alternate" type="${feedType(outlet)}" title="${escapeMarkup(outlet.title)}" href="${outlet.feedPath}">`

/** The outlet's home page, which names its feed and lists its articles. */
export function writeHome({ outlet, articles }: Edition): string {
  const links = articles.map(article => `<li><a href="${article.path}">${escapeMarkup(article.title)}</a></li>`)
  const main = `<h1>${escapeMarkup(outlet.title)}</h1>
<p>${escapeMarkup(outlet.motto)}</p>
<ul>
${links.join('\n')}
</ul>`
  return page(outlet, outlet.title, alternate(outlet), main)
}

/** The page of one article. */
export function writeArticle(outlet: Outlet, article: PrintedArticle): string {
  const head = `<link rel="canonical" href="${article.url}">
${alternate(outlet)}`
  const main = `<article>
<h1>${escapeMarkup(article.title)}</h1>
<p class="byline">${escapeMarkup(article.author)}, <time datetime="${article.publishedAt.toISOString()}">${article.publishedAt.toUTCString()}</time></p>
${bodyHtml(article)}
</article>
<p><a href="/">${escapeMarkup(outlet.title)}</a></p>`
  return page(outlet, `${article.title} – ${outlet.title}`, head, main)
}
