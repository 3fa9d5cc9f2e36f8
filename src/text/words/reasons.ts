import type { Words } from './en.ts'

/**
 * Why a feed could not be read, in words.
 * @param failure name of the failure as it is kept with the feed (a FetchErrorKind or 'format'); names that have no words
 *   of their own read as "other"
 */
export function reasonText(failure: string | undefined, { fetchReasons }: Words): string {
  const reasons: Readonly<Record<string, string>> = fetchReasons
  return reasons[failure ?? ''] ?? fetchReasons.other
}
