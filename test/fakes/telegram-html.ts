/** A stretch of a parsed text; offset and length in UTF-16 units. */
export interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
}

export interface ParsedText {
  readonly text: string
  readonly entities: readonly Entity[]
}

/** Thrown with the Bot API's own words. */
export class ParseError extends Error {
  override readonly name = 'ParseError'
}

/** https://core.telegram.org/bots/api#html-style */
const TAGS = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['del', 'strikethrough'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['a', 'text_link'],
  ['blockquote', 'blockquote'],
  ['tg-spoiler', 'spoiler'],
])
const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])
const TOKEN = /<(\/?)([^\s<>/]*)([^<>]*)>|&(?:(lt|gt|amp|quot)|#(\d+));|[\s\S]/gi
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

interface OpenTag {
  readonly name: string
  readonly offset: number
  readonly attributes: string
}

const decode = (value: string): string =>
  value.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => NAMED.get(name) ?? name)

function entityOf({ name, offset, attributes }: OpenTag, length: number): Entity | undefined {
  const type = TAGS.get(name) ?? name
  if (length === 0) return undefined
  if (name === 'a') {
    const [, double, single, bare] = HREF.exec(attributes) ?? []
    const url = decode(double ?? single ?? bare ?? '')
    return url === '' ? undefined : { type, offset, length, url }
  }
  const isFolded = name === 'blockquote' && /\bexpandable\b/.test(attributes)
  return { type: isFolded ? 'expandable_blockquote' : type, offset, length }
}

/**
 * Reads text in HTML style as the Bot API does.
 * @throws ParseError with the API's description
 */
export function parseTelegramHtml(source: string): ParsedText {
  let text = ''
  const entities: Entity[] = []
  const open: OpenTag[] = []
  const fail = (words: string): never => {
    throw new ParseError(`Bad Request: can't parse entities: ${words}`)
  }
  for (const found of source.matchAll(TOKEN)) {
    const [token, slash, rawName, attributes, named, numbered] = found
    const at = `at byte offset ${Buffer.byteLength(source.slice(0, found.index))}`
    if (named !== undefined) text += NAMED.get(named.toLowerCase()) ?? token
    else if (numbered !== undefined) text += String.fromCodePoint(Number(numbered))
    else if (rawName === undefined) {
      if (token === '<') fail(`Unclosed start tag ${at}`)
      text += token
    } else {
      const name = rawName.toLowerCase()
      if (slash === '/') {
        const tag = open.pop()
        if (tag === undefined) return fail(`Unexpected end tag ${at}`)
        if (tag.name !== name) fail(`Unmatched end tag ${at}, expected "</${tag.name}>", found "</${name}>"`)
        const entity = entityOf(tag, text.length - tag.offset)
        if (entity !== undefined) entities.push(entity)
      } else {
        if (!TAGS.has(name)) fail(`Unsupported start tag "${name}" ${at}`)
        if (name === 'blockquote' && open.some(tag => tag.name === name)) fail(`Can't nest blockquotes ${at}`)
        open.push({ name, offset: text.length, attributes: attributes ?? '' })
      }
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text, entities }
}
