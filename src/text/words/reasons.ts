import type { Words } from './en.ts'

/**
 * Why a feed could not be read, in words.
 * @param failure name of the failure as it is kept with the feed (a FetchErrorKind, 'status' with a number behind it, or
 *   'format'); names that have no words of their own read as "other"
 */
export function reasonText(failure: string | undefined, { fetchReasons, fetchStatus }: Words): string {
  const reasons: Readonly<Record<string, string>> = fetchReasons
  const [name = '', status] = (failure ?? '').split(' ')
  if (status !== undefined) return fetchStatus(status)
  return (Object.hasOwn(reasons, name) ? reasons[name] : undefined) ?? fetchReasons.other
}
