import type { Channel, ChannelId, PlatformName } from '../model/briefing.ts'
import type { Request } from '../ports/platform.ts'
import { catalogueFor } from '../text/words/catalogues.ts'
import type { AppParts } from './parts.ts'

/** The id of a platform's channel. */
const channelIdOf = (platform: PlatformName, address: string): ChannelId => `${platform}:${address}` as ChannelId

/**
 * The channel of a request, written at its first one. A channel that was paused because it could not be reached
 * comes back when somebody speaks there.
 */
export async function getChannel(request: Request, { store, timezone }: AppParts): Promise<Channel> {
  const id = channelIdOf(request.platform, request.address)
  const known = await store.findChannel(id)
  if (known !== undefined && known.pausedAt === undefined) return known
  const {
    pausedAt: _pausedAt,
    pauseReason: _pauseReason,
    ...kept
  } = known ?? {
    id,
    platform: request.platform,
    address: request.address,
    ...(request.channelTitle === undefined ? {} : { title: request.channelTitle }),
    language: catalogueFor(request.locale).language,
    timezone,
  }
  await store.saveChannel(kept)
  return kept
}
