import { type Block, type Message, splitMessage } from '../../model/message.ts'
import { cutAt } from './cut.ts'
import { SPLIT_CHARS } from './limits.ts'
import { findFittingBlock, fitWhole, WHOLE_ROOM } from './render.ts'

/** Two messages out of one; what belongs to the end of a message stays there. */
function divide(message: Message, head: readonly Block[], tail: readonly Block[]): readonly Message[] {
  const { actions, image, attachment, ...shared } = message
  return [...refine({ ...shared, blocks: head, actions: [] }), ...refine({ ...message, blocks: tail })]
}

/** The index to cut a list of blocks at: the headline nearest to the middle, else the middle. */
function cutIndex(blocks: readonly Block[]): number {
  const middle = Math.ceil(blocks.length / 2)
  const headlines = [...blocks.keys()].filter(index => index > 0 && blocks[index]?.kind === 'headline')
  const distance = (index: number): number => Math.abs(index - middle)
  return headlines.toSorted((a, b) => distance(a) - distance(b))[0] ?? middle
}

/** Where to divide a text of this length: in two halves, the first one of whole parts while there are several. */
function headChars(length: number): number {
  const parts = Math.ceil(length / SPLIT_CHARS)
  return parts < 2 ? Math.ceil(length / 2) : SPLIT_CHARS * Math.floor(parts / 2)
}

/** A part that has only one block, too long for a message: running text goes on in the next part, the rest is cut. */
function refineBlock(message: Message, block: Block): readonly Message[] {
  if (block.kind === 'text' || block.kind === 'note') {
    const at = cutAt(block.text, headChars(block.text.length))
    const head = { ...block, text: block.text.slice(0, at) }
    const tail = { ...block, text: block.text.slice(at).trimStart() }
    if (tail.text !== '') return divide(message, [head], [tail])
  }
  const fitting = findFittingBlock(block, WHOLE_ROOM)
  return [{ ...message, blocks: fitting === undefined ? [] : [fitting] }]
}

/** The part itself when it can be shown whole, else parts of it that can. */
function refine(part: Message): readonly Message[] {
  const { blocks } = part
  if (fitWhole(blocks)) return [part]
  const [only] = blocks
  if (only !== undefined && blocks.length === 1) return refineBlock(part, only)
  const at = cutIndex(blocks)
  return divide(part, blocks.slice(0, at), blocks.slice(at))
}

/**
 * The message in parts of one Discord message each, cut between stories where that is possible.
 * @returns at least one part; every block in its order, only a single over-long headline, bullet or citation is cut
 */
export function splitForDiscord(message: Message): readonly Message[] {
  return splitMessage(message, SPLIT_CHARS).flatMap(refine)
}
