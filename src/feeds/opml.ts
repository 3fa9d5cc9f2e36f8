import { escapeUTF8 } from 'entities'
import type { Feed } from '../model/feed.ts'

const attribute = (name: string, value: string): string => ` ${name}="${escapeUTF8(value)}"`

function outline({ title, url, siteUrl, topics }: Feed): string {
  const site = siteUrl === undefined ? '' : attribute('htmlUrl', siteUrl)
  const category = topics.length === 0 ? '' : attribute('category', topics.join(','))
  return `    <outline type="rss"${attribute('text', title)}${attribute('xmlUrl', url)}${site}${category}/>`
}

/**
 * A list of feeds that any feed reader can import.
 * @returns OPML 2.0 (http://opml.org/spec2.opml)
 */
export function exportOpml(feeds: readonly Feed[], title: string, now: Date): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escapeUTF8(title)}</title>`,
    `    <dateCreated>${now.toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...feeds.map(outline),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}
