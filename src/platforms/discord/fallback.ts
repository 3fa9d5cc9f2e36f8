import type { Block, Message } from '../../model/message.ts'
import type { Log } from '../../ports/log.ts'
import { describeError, isInvalidPayload } from './errors.ts'
import { type DiscordPayload, renderDiscord } from './render.ts'

function withoutLink(block: Block): Block {
  if (!('link' in block)) return block
  const { link: _, ...rest } = block
  return rest
}

/** The words alone: no links, picture, buttons or file, so that nothing is left which Discord could find invalid. */
const wordsOf = ({ image: _, attachment: __, ...message }: Message): Message => ({
  ...message,
  actions: [],
  blocks: message.blocks.map(withoutLink),
})

/**
 * Sends a message as it is meant, or its words alone when Discord finds the payload invalid (an address that it does
 * not take, say). A refused payload was not written, so the second request repeats nothing.
 * @throws what `send` throws
 */
export async function sendOrSimplify<T>(
  message: Message,
  log: Log,
  token: string,
  send: (payload: DiscordPayload) => Promise<T>,
): Promise<T> {
  try {
    return await send(renderDiscord(message))
  } catch (error) {
    if (!isInvalidPayload(error)) throw error
    log.error({ platform: 'discord', error: describeError(error, token) }, 'a message was refused; sending its words')
    return await send(renderDiscord(wordsOf(message)))
  }
}
