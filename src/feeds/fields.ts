// Which elements hold a field, the most trusted first. Names are in our own prefixes (namespaces.ts), in lower case:
// RSS 0.9x, 1.0, 2.0, Atom 0.3 and 1.0, Dublin Core, Media RSS, iTunes and what publishers mix.

export const FEED_TITLE = ['title', 'dc:title', 'atom:title', 'itunes:title']
export const FEED_LANGUAGE = ['language', 'dc:language']
export const FEED_AUTHOR = ['author', 'dc:creator', 'atom:author', 'managingeditor', 'itunes:author', 'webmaster']

export const TITLE = ['title', 'dc:title', 'atom:title', 'itunes:title', 'media:title']
export const LINK = ['link', 'atom:link']
export const CONTENT = [
  'content:encoded',
  'content',
  'atom:content',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
  'encoded',
]
export const SUMMARY = [
  'description',
  'summary',
  'dc:description',
  'dcterms:abstract',
  'abstract',
  'itunes:summary',
  'media:description',
  'atom:summary',
]
export const PUBLISHED = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'atom:published',
  'created',
  'dcterms:created',
  'dc:date',
]
export const UPDATED = ['updated', 'modified', 'dcterms:modified', 'dc:date', 'atom:updated', 'lastmod']
export const AUTHOR = ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author']
export const CATEGORY = ['category', 'dc:subject', 'atom:category', 'media:category', 'itunes:category']
export const KEYWORDS = ['media:keywords', 'itunes:keywords']
/** Media RSS wraps several forms of one thing in a group. */
export const MEDIA_GROUP = 'media:group'
