/*
 * Reads Discord markdown the way a Discord client shows it: what a person sees, what can be clicked, who is called.
 * Written without a look at our renderer, from https://docs.discord.com/developers/reference#message-formatting and
 * https://support.discord.com/hc/en-us/articles/210298617.
 */

export interface Reading {
  /** The text that is seen; markup is gone. */
  readonly text: string
  readonly links: readonly { readonly text: string; readonly href: string }[]
  /** Everything that would be shown as a mention. */
  readonly mentions: readonly string[]
  /** Unix seconds of timestamps. */
  readonly times: readonly number[]
}

interface Rule {
  readonly pattern: RegExp
  read(match: RegExpExecArray, into: { links: Reading['links'][number][]; mentions: string[]; times: number[] }): string
}

/** In order of precedence; each is tried at the current place. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, read: match => match[1] ?? '' },
  {
    pattern: /<(https?:\/\/[^\s>]+)>/y,
    read(match, into) {
      into.links.push({ text: match[1] ?? '', href: match[1] ?? '' })
      return match[1] ?? ''
    },
  },
  {
    pattern: /\[((?:\\.|[^\]\n])*)\]\(<?([^\s)>]+)>?\)/y,
    read(match, into) {
      const inner = readDiscord(match[1] ?? '')
      into.links.push({ text: inner.text, href: match[2] ?? '' })
      into.mentions.push(...inner.mentions)
      return inner.text
    },
  },
  {
    pattern: /(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/y,
    read(match, into) {
      into.links.push({ text: match[0], href: match[0] })
      return match[0]
    },
  },
  {
    pattern: /<t:(-?\d+)(?::[tTdDfFsSR])?>/y,
    read(match, into) {
      into.times.push(Number(match[1]))
      return '(time)'
    },
  },
  {
    pattern: /<(?:@[!&]?\d+|#\d+|\/[^:>]+:\d+|a?:\w+:\d+|id:\w+)>|@everyone|@here/y,
    read(match, into) {
      into.mentions.push(match[0])
      return '(mention)'
    },
  },
  { pattern: /:[A-Za-z0-9_+-]+:/y, read: () => '(emoji)' },
  { pattern: /\*\*|__|~~|\|\||```|[*_`]/y, read: () => '' },
]

/** A paragraph's own marks, outermost first. */
const LINE_START = /^(?:> )?(?:#{1,3} |-# |[-*] |\d+\. )?(?:#{1,3} |-# |> )?/

/** @returns what a person sees of one text display */
export function readDiscord(markdown: string): Reading {
  const into = { links: [] as Reading['links'][number][], mentions: [] as string[], times: [] as number[] }
  const lines = markdown.split('\n').map(line => readLine(line.replace(LINE_START, ''), into))
  return { text: lines.join('\n'), ...into }
}

function readLine(line: string, into: Parameters<Rule['read']>[1]): string {
  let text = ''
  let at = 0
  while (at < line.length) {
    let taken = 0
    for (const rule of RULES) {
      rule.pattern.lastIndex = at
      const match = rule.pattern.exec(line)
      if (match === null) continue
      text += rule.read(match, into)
      taken = match[0].length
      break
    }
    if (taken === 0) text += line[at]
    at += Math.max(1, taken)
  }
  return text
}

/** Any JSON object of the wire. */
export type Json = { readonly [key: string]: unknown }

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** All components of a message, containers before what they hold. */
export function listComponents(components: unknown): readonly Json[] {
  if (!Array.isArray(components)) return []
  return components
    .filter(isJson)
    .flatMap(part => [part, ...listComponents(part.components), ...listComponents([part.accessory])])
}

const TEXT_DISPLAY = 10
const BUTTON = 2

/** The texts of a Components V2 message, joined by line breaks, as written. */
export function markdownOf(body: Json): string {
  const texts = listComponents(body.components).filter(part => part.type === TEXT_DISPLAY)
  return texts.map(part => String(part.content)).join('\n')
}

/** Custom id of the button with this label. */
export function findButton(body: Json, label: string): string | undefined {
  const button = listComponents(body.components).find(part => part.type === BUTTON && part.label === label)
  return button === undefined ? undefined : String(button.custom_id)
}
