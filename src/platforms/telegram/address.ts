/** Where a message goes: a chat, and the topic in it when it is a forum. */
export interface Target {
  readonly chatId: number | string
  readonly threadId?: number
}

/** Numeric chat id or public @name, then the topic. */
const ADDRESS = /^(?:(-?\d{1,16})|(@\w{4,32}))(?:\/(\d{1,16}))?$/

/**
 * Reads a channel address, `chat` or `chat/topic`.
 * @returns undefined when it is not an address of Telegram
 */
export function findTarget(address: string): Target | undefined {
  const [, id, name, thread] = ADDRESS.exec(address) ?? []
  const chatId = id === undefined ? name : Number(id)
  if (chatId === undefined) return undefined
  return thread === undefined ? { chatId } : { chatId, threadId: Number(thread) }
}

/** Writes a channel address; the reverse of `findTarget`. */
export function formatAddress({ chatId, threadId }: Target): string {
  return threadId === undefined ? String(chatId) : `${chatId}/${threadId}`
}
