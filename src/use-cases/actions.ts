import type { Channel } from '../model/briefing.ts'
import type { Message } from '../model/message.ts'
import type { AppParts } from './parts.ts'

/** Keeps the buttons of a message as rows, so that they work after a restart, and marks them with their ids. */
export async function keepActions(
  message: Message,
  channel: Channel,
  { store, newId, clock }: Pick<AppParts, 'store' | 'newId' | 'clock'>,
): Promise<Message> {
  if (message.actions.length === 0) return message
  const createdAt = clock.now()
  const actions = message.actions.map(action => ({ ...action, id: newId(), channelId: channel.id, createdAt }))
  await store.keepActions(actions)
  return { ...message, actions: actions.map(({ channelId: _channelId, createdAt: _createdAt, ...action }) => action) }
}
