import type { Block, Message } from '../../model/message.ts'
import { splitMessage } from '../../model/message.ts'
import { formatTimestamp } from '../../text/moments.ts'
import { cutPieces, cutText } from './cut.ts'
import { findLink, html, type Markup, plain } from './markup.ts'

/** https://core.telegram.org/bots/api#sendmessage; the unit is not stated, UTF-16 units are never too few. */
const MAX_TEXT_LENGTH = 4096
/** https://core.telegram.org/bots/api#senddocument */
const MAX_CAPTION_LENGTH = 1024
/** splitMessage takes no smaller limit. */
const MIN_SPLIT_LENGTH = 200
/** Limits of single blocks: breaking every mention lengthens a text by a third (" @a" is the shortest). */
const MAX_BLOCK_LENGTH = 2500
const MAX_QUOTE_LENGTH = 1200
const MAX_HEADING_LENGTH = 1000
const MAX_OUTLET_LENGTH = 200
const MAX_LABEL_LENGTH = 16
/** What stands for a message that says nothing: Telegram refuses an empty text. */
const SILENCE = '…'
const INVISIBLE = /[\s\u00AD\u200B-\u200F\u2060-\u2064\u3164\uFEFF]/g

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

const labelOf = (label: string | undefined): string =>
  label === undefined ? '' : `[${cutText(oneLine(label), MAX_LABEL_LENGTH)}] `

function linked(words: string, link: string | undefined, markup: Markup): { words: string; origin: string } {
  const url = findLink(link)
  if (url === undefined) return { words: markup.text(words), origin: '' }
  return { words: markup.link(markup.text(words || url.host), url), origin: markup.origin(url) }
}

function renderCitation(block: Block & { kind: 'citation' }, message: Message, markup: Markup): string {
  const outlet = linked(cutText(oneLine(block.outlet), MAX_OUTLET_LENGTH), block.link, markup)
  const source = [outlet.words + outlet.origin, markup.text(formatTimestamp(block.at, message))].filter(
    words => words !== '',
  )
  return markup.quote(`“${markup.text(block.quote.trim())}”\n— ${source.join(', ')}`)
}

function renderBlock(block: Block, message: Message, markup: Markup): string {
  switch (block.kind) {
    case 'title':
      return markup.bold(markup.text(oneLine(block.text)))
    case 'headline': {
      const headline = linked(oneLine(block.text), block.link, markup)
      return markup.bold(markup.text(labelOf(block.label)) + headline.words) + headline.origin
    }
    case 'bullet':
      return `• ${markup.text(labelOf(block.label) + block.text.trim())}`
    case 'citation':
      return renderCitation(block, message, markup)
    case 'text':
      return markup.text(block.text.trim())
    case 'note':
      return markup.italic(markup.text(block.text.trim()))
  }
}

/** Details stay close to what they belong to; everything else has a line of air above it. */
function gapBefore(block: Block, previous: Block | undefined): string {
  if (previous === undefined) return ''
  const isDetail = block.kind === 'bullet' || block.kind === 'citation'
  const isAfterStory = previous.kind !== 'title' && previous.kind !== 'text' && previous.kind !== 'note'
  const isSameKind = block.kind === previous.kind && block.kind === 'note'
  return (isDetail && isAfterStory) || isSameKind ? '\n' : '\n\n'
}

function render(message: Message, markup: Markup): string {
  return message.blocks
    .map((block, index) => gapBefore(block, message.blocks[index - 1]) + renderBlock(block, message, markup))
    .join('')
}

/** The message in Telegram's HTML style, of which every tag is ours and closed; never empty. */
export function renderHtml(message: Message): string {
  const isVisible = render(message, plain).replace(INVISIBLE, '') !== ''
  return isVisible ? render(message, html) : SILENCE
}

/** The message without markup, addresses written out; never empty. */
export function renderPlain(message: Message): string {
  const words = render(message, plain)
  return words.replace(INVISIBLE, '') === '' ? SILENCE : words
}

/** Never less than what a reader sees: in plain text each address is written out and no words are lost. */
const lengthOf = (message: Message): number => renderPlain(message).length

/** A block that no part could hold, in several; headings and quotes are cut instead. */
function shortenBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'title':
    case 'headline':
      return block.text.length <= MAX_HEADING_LENGTH
        ? [block]
        : [{ ...block, text: cutText(block.text, MAX_HEADING_LENGTH) }]
    case 'citation':
      return block.quote.length <= MAX_QUOTE_LENGTH && block.outlet.length <= MAX_OUTLET_LENGTH
        ? [block]
        : [
            {
              ...block,
              quote: cutText(block.quote, MAX_QUOTE_LENGTH),
              outlet: cutText(block.outlet, MAX_OUTLET_LENGTH),
            },
          ]
    default:
      return block.text.length <= MAX_BLOCK_LENGTH
        ? [block]
        : cutPieces(block.text, MAX_BLOCK_LENGTH).map(text => ({ ...block, text }))
  }
}

/** The file goes with the text as its caption, or alone when the text is longer than a caption may be. */
function detachFile(part: Message): readonly Message[] {
  if (part.attachment === undefined || lengthOf(part) <= MAX_CAPTION_LENGTH) return [part]
  const { attachment, ...words } = part
  return [words, { ...words, blocks: [], actions: [], attachment }]
}

/** Splits again, in smaller parts, what is longer once rendered than it weighed (broken mentions, punycode hosts). */
function splitToFit(message: Message, limit: number): readonly Message[] {
  return splitMessage(message, limit).flatMap(part => {
    const isFine = lengthOf(part) <= MAX_TEXT_LENGTH || part.blocks.length === 1 || limit <= MIN_SPLIT_LENGTH
    return isFine ? [part] : splitToFit(part, Math.max(MIN_SPLIT_LENGTH, Math.floor(limit / 2)))
  })
}

/**
 * The message in parts that Telegram takes: 4096 UTF-16 units as read, 1024 beside a file. Blocks that fit are
 * untouched; a longer text goes on in the next block, a longer heading or quote ends with an ellipsis.
 * @returns at least one part; the blocks in their order
 */
export function splitForTelegram(message: Message): readonly Message[] {
  const blocks = message.blocks.flatMap(shortenBlock)
  return splitToFit({ ...message, blocks }, MAX_TEXT_LENGTH).flatMap(detachFile)
}
