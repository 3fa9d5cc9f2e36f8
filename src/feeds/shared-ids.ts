import type { Entry } from '../model/feed.ts'

/** One entry of those that share an id, by which the others are told from it. */
type First = Pick<Entry, 'url' | 'title'>

/** Other pages under other titles: two articles. The same page listed twice, or one with a second address, is none. */
const isAnother = (entry: Entry, first: First): boolean =>
  entry.url !== undefined && first.url !== undefined && entry.url !== first.url && entry.title !== first.title

/**
 * Entries whose ids tell them apart. Some publishers give all entries one id (their own address, or a template's
 * "post"): such an id names none of them, and the link takes its place.
 * @param entries of one document
 */
export function withOwnIds(entries: readonly Entry[]): readonly Entry[] {
  const firsts = new Map<string, First>()
  const shared = new Set<string>()
  for (const entry of entries) {
    if (entry.id === undefined) continue
    const first = firsts.get(entry.id)
    if (first === undefined) firsts.set(entry.id, entry)
    else if (isAnother(entry, first)) shared.add(entry.id)
  }
  if (shared.size === 0) return entries
  return entries.map(entry =>
    entry.id !== undefined && entry.url !== undefined && shared.has(entry.id) ? { ...entry, id: entry.url } : entry,
  )
}
