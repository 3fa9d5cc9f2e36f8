import type { Bullet, Digest, DigestItem } from './digest.ts'
import { UserError } from './errors.ts'

/** What a number of a digest stands for. */
export interface Numbered {
  readonly item: DigestItem
  readonly bullets: readonly Bullet[]
}

/** What the numbers of a digest stand for, from 1: stories, but in a summary bullets. */
export function numbered({ kind, items }: Digest): readonly Numbered[] {
  if (kind !== 'summary') return items.map(item => ({ item, bullets: item.bullets }))
  return items.flatMap(item => item.bullets.map(bullet => ({ item, bullets: [bullet] })))
}

/** What a number of a digest stands for. @throws UserError 'unknownItem'; 'noDigest' when the digest has no numbers */
export function getNumbered(digest: Digest, number: number): Numbered {
  const all = numbered(digest)
  const found = all[number - 1]
  if (found !== undefined) return found
  if (all.length === 0) throw new UserError('noDigest')
  throw new UserError('unknownItem', { value: String(number), most: String(all.length) })
}
