/** A stretch of text with a role; platforms decide how a role looks. All text is plain: no markup is interpreted. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** A story's headline; `label` stands before it ("1"), `link` is http(s). */
  | { readonly kind: 'headline'; readonly text: string; readonly label?: string; readonly link?: string }
  | { readonly kind: 'bullet'; readonly text: string; readonly label?: string }
  /** A source sentence with who said it and when. */
  | {
      readonly kind: 'citation'
      readonly quote: string
      readonly outlet: string
      readonly at: Date
      readonly link?: string
    }
  | { readonly kind: 'text'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string }

/** A button: a command with its options filled in. `id` is the row in the store, set when the message is kept. */
export interface Action {
  readonly id?: string
  readonly label: string
  readonly command: string
  readonly options: Readonly<Record<string, string>>
}

/** A file that goes with a message (an OPML export). */
export interface Attachment {
  readonly filename: string
  readonly text: string
}

/** What a person reads, independent of the platform. Dates are shown in `timezone`. */
export interface Message {
  readonly blocks: readonly Block[]
  readonly actions: readonly Action[]
  /** http(s) address of a picture. */
  readonly image?: string
  readonly attachment?: Attachment
  /** IANA zone for the times in it; UTC when absent. */
  readonly timezone?: string
  /** Interface language for the times in it; "en" when absent. */
  readonly language?: string
  /** An answer that says no. */
  readonly isError?: boolean
}

/** Characters that a block takes once rendered, with room for our own markup. */
const BLOCK_OVERHEAD = 60

function weight(block: Block): number {
  const link = 'link' in block ? (block.link?.length ?? 0) : 0
  const body = block.kind === 'citation' ? block.quote.length + block.outlet.length : block.text.length
  return body + link + BLOCK_OVERHEAD
}

const opensGroup = (block: Block): boolean => block.kind === 'title' || block.kind === 'headline'

/** Groups of blocks that belong together: a headline with what follows it. */
function groups(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (last === undefined || opensGroup(block)) result.push([block])
    else last.push(block)
  }
  return result
}

/**
 * Splits a message at story boundaries (inside a story only when it alone is too long) so that no part
 * weighs more than `limit` characters. Actions, picture and attachment stay with the last part.
 * @param limit characters of a rendered part, at least 200
 * @returns at least one part; the blocks in their order
 */
export function splitMessage(message: Message, limit: number): readonly Message[] {
  const parts: Block[][] = [[]]
  let used = 0
  const place = (blocks: readonly Block[], size: number): void => {
    const current = parts.at(-1)
    if (current === undefined || (used + size > limit && current.length > 0)) {
      parts.push([...blocks])
      used = size
    } else {
      current.push(...blocks)
      used += size
    }
  }
  for (const group of groups(message.blocks)) {
    const size = group.reduce((sum, block) => sum + weight(block), 0)
    if (size <= limit) place(group, size)
    else for (const block of group) place([block], weight(block))
  }
  const { actions, image, attachment, ...shared } = message
  return parts.map((blocks, index) =>
    index === parts.length - 1 ? { ...message, blocks } : { ...shared, blocks, actions: [] },
  )
}

/** A message of one sentence for the person who asked. */
export const textMessage = (text: string): Message => ({ blocks: [{ kind: 'text', text }], actions: [] })
