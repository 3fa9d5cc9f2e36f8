import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js'
import type { Action, Attachment, Block, Message } from '../../model/message.ts'
import { cutText } from './cut.ts'
import {
  BUTTON_LABEL_CHARS,
  BUTTON_ROWS,
  BUTTONS_PER_ROW,
  CUSTOM_ID_CHARS,
  TEXT_BYTES,
  TEXT_CHARS,
  TEXT_DISPLAYS,
} from './limits.ts'
import { cleanLine, cleanText, escapeLine, escapeText, findWebLink, linkWords } from './markup.ts'

const OUTLET_CHARS = 120
const LABEL_CHARS = 40
const SHORTEST_CUT_CHARS = 24
const ERROR_COLOR = 0xd93f3f

/** What stands before an action id in a button's custom_id. */
const ACTION_PREFIX = 'a:'

/** A message in Components V2 (https://docs.discord.com/developers/components/reference), ready to be sent. */
export interface DiscordPayload {
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly file?: Attachment
}

/** The action that a pressed button stands for; undefined for a button that is not ours. */
export function findActionId(customId: string): string | undefined {
  return customId.startsWith(ACTION_PREFIX) ? customId.slice(ACTION_PREFIX.length) : undefined
}

const label = (text: string | undefined): string => cutText(escapeLine(text ?? ''), LABEL_CHARS)

function renderHeadline(block: Extract<Block, { kind: 'headline' }>): string {
  const link = findWebLink(block.link)
  const words = linkWords(block.text, link)
  if (words === '') return ''
  const number = label(block.label)
  const line = `**${number === '' ? '' : `${number}. `}${words}**`
  return link === undefined ? line : `${line}\n-# ${escapeLine(link.host)}`
}

function renderCitation(block: Extract<Block, { kind: 'citation' }>): string {
  const link = findWebLink(block.link)
  const outlet = cutText(cleanLine(block.outlet), OUTLET_CHARS)
  const seconds = Math.floor(block.at.getTime() / 1000)
  const details = [
    linkWords(outlet, link),
    link === undefined || outlet.toLowerCase().includes(link.host) ? '' : escapeLine(link.host),
    Number.isSafeInteger(seconds) ? `<t:${seconds}:f>` : '',
  ].filter(detail => detail !== '')
  const source = details.length === 0 ? '' : `\n> -# ${details.join(' · ')}`
  return `> “${escapeLine(block.quote)}”${source}`
}

/**
 * One block as Discord markdown; everything from outside in it is shown literally.
 * @returns '' when there is nothing to show
 */
export function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
      return prefixed('## ', escapeLine(block.text))
    case 'headline':
      return renderHeadline(block)
    case 'bullet': {
      const number = label(block.label)
      return prefixed(number === '' ? '- ' : `- **${number}** `, escapeLine(block.text))
    }
    case 'citation':
      return renderCitation(block)
    case 'text':
      return escapeText(block.text)
    case 'note':
      return cleanText(block.text)
        .split('\n')
        .map(line => prefixed('-# ', escapeText(line)))
        .filter(line => line !== '')
        .join('\n')
  }
}

const prefixed = (prefix: string, text: string): string => (text === '' ? '' : prefix + text)

/** The block with its text cut to at most `limit` UTF-16 units. */
function shortenBlock(block: Block, limit: number): Block {
  return block.kind === 'citation'
    ? { ...block, quote: cutText(cleanLine(block.quote), limit) }
    : { ...block, text: cutText(cleanText(block.text), limit) }
}

/** Room for text that is left in a message. */
interface Room {
  readonly chars: number
  readonly bytes: number
}

/** All the room that a message has. */
export const WHOLE_ROOM: Room = { chars: TEXT_CHARS, bytes: TEXT_BYTES }

/** What is left after a rendered text and the line break before the next one. */
function roomAfter(room: Room, rendered: string): Room {
  return { chars: room.chars - rendered.length - 1, bytes: room.bytes - Buffer.byteLength(rendered) - 1 }
}

const fits = (room: Room): boolean => room.chars >= 0 && room.bytes >= 0

/** Whether these blocks can be shown whole in one message. */
export function fitWhole(blocks: readonly Block[]): boolean {
  let room = WHOLE_ROOM
  for (const block of blocks) {
    room = roomAfter(room, renderBlock(block))
    if (!fits(room)) return false
  }
  return true
}

/**
 * The block, cut at the end of a word so that it can be shown in this room.
 * @returns undefined when the room is too small for it
 */
export function findFittingBlock(block: Block, room: Room): Block | undefined {
  let cut = block
  let limit = room.chars
  while (!fits(roomAfter(room, renderBlock(cut)))) {
    limit = Math.floor(limit * 0.8)
    if (limit < SHORTEST_CUT_CHARS) return undefined
    cut = shortenBlock(block, limit)
  }
  return cut
}

/** Rendered blocks, story by story, as far as they find room. */
function renderTexts(blocks: readonly Block[]): string[] {
  const texts: string[] = []
  let room = WHOLE_ROOM
  for (const block of blocks) {
    const fitting = findFittingBlock(block, room)
    const rendered = fitting === undefined ? '' : renderBlock(fitting)
    if (rendered === '') continue
    room = roomAfter(room, rendered)
    const last = texts.length - 1
    const isNew = last < 0 || block.kind === 'title' || block.kind === 'headline'
    if (isNew && texts.length < TEXT_DISPLAYS) texts.push(rendered)
    else texts[last] += `\n${rendered}`
  }
  return texts
}

type Button = { type: ComponentType.Button; style: ButtonStyle.Secondary; label: string; custom_id: string }
type ButtonRow = { type: ComponentType.ActionRow; components: Button[] }

/** Rows of buttons for the kept actions, each once, as many as a message may hold. */
function renderButtons(actions: readonly Action[]): ButtonRow[] {
  const buttons = new Map<string, Button>()
  for (const action of actions) {
    const customId = ACTION_PREFIX + (action.id ?? '')
    if (action.id === undefined || action.id === '' || customId.length > CUSTOM_ID_CHARS) continue
    const words = cutText(cleanLine(action.label), BUTTON_LABEL_CHARS) || '…'
    buttons.set(customId, {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: words,
      custom_id: customId,
    })
  }
  const shown = [...buttons.values()].slice(0, BUTTONS_PER_ROW * BUTTON_ROWS)
  const rows: ButtonRow[] = []
  for (let from = 0; from < shown.length; from += BUTTONS_PER_ROW)
    rows.push({ type: ComponentType.ActionRow, components: shown.slice(from, from + BUTTONS_PER_ROW) })
  return rows
}

/** `attachment://` takes letters, digits, dashes, underscores and dots. */
function safeFilename(filename: string): string {
  const safe = filename.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '')
  return (safe === '' ? 'file.txt' : safe).slice(-100)
}

/**
 * One part as one Discord message: a container with the text of each story, the picture and the buttons.
 * Whatever the text is, the payload is one that Discord takes; what has no room is left out (split first).
 */
export function renderDiscord(message: Message): DiscordPayload {
  const file = message.attachment && { ...message.attachment, filename: safeFilename(message.attachment.filename) }
  const image = message.image === undefined ? undefined : findWebLink(message.image)
  const texts = renderTexts(message.blocks)
  const media: APIMessageTopLevelComponent[] =
    image === undefined ? [] : [{ type: ComponentType.MediaGallery, items: [{ media: { url: image.href } }] }]
  if (texts.length === 0) texts.push('…')
  const components = [
    ...texts.map(content => ({ type: ComponentType.TextDisplay, content }) as const),
    ...media,
    ...(file === undefined
      ? []
      : [{ type: ComponentType.File, file: { url: `attachment://${file.filename}` } } as const]),
    ...renderButtons(message.actions),
  ]
  const color = message.isError === true ? { accent_color: ERROR_COLOR } : {}
  return {
    components: [{ type: ComponentType.Container, ...color, components } as APIMessageTopLevelComponent],
    ...(file === undefined ? {} : { file }),
  }
}
