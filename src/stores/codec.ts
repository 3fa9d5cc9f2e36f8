import type { Citation, Correction, Digest, DigestItem, Disagreement, NumberClaim } from '../model/digest.ts'
import type { Block, Message } from '../model/message.ts'
import { optional, withoutNuls } from './rows.ts'

/** The same shape as JSON holds it: every Date is ISO 8601 text. */
type Stored<T> = T extends string | number | boolean | undefined
  ? T
  : T extends Date
    ? string
    : { [Key in keyof T]: Stored<T[Key]> }

/** JSON text of plain data: dates as ISO 8601 with milliseconds, no NUL characters (also not as an escape). */
export const encode = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? withoutNuls(inner) : inner))

const reviveCitation = (stored: Stored<Citation>): Citation => ({
  ...stored,
  publishedAt: new Date(stored.publishedAt),
})

const reviveDate = (stored: string | undefined): Date | undefined =>
  stored === undefined ? undefined : new Date(stored)

const reviveCorrection = (stored: Stored<Correction>): Correction => ({
  ...stored,
  at: new Date(stored.at),
  toldAt: new Date(stored.toldAt),
})

const reviveClaim = (stored: Stored<NumberClaim>): NumberClaim => ({
  ...stored,
  source: reviveCitation(stored.source),
})

function reviveDisagreement({ claims, ...stored }: Stored<Disagreement>): Disagreement {
  const [first, second, ...others] = claims
  return { ...stored, claims: [reviveClaim(first), reviveClaim(second), ...others.map(reviveClaim)] }
}

function reviveItem({ disagreements, toldAt, ...stored }: Stored<DigestItem>): DigestItem {
  return {
    ...stored,
    publishedAt: new Date(stored.publishedAt),
    ...optional('toldAt', reviveDate(toldAt)),
    bullets: stored.bullets.map(bullet => {
      const [first, ...others] = bullet.citations
      return { ...bullet, citations: [reviveCitation(first), ...others.map(reviveCitation)] }
    }),
    ...(disagreements === undefined ? {} : { disagreements: disagreements.map(reviveDisagreement) }),
  }
}

/** Reads a digest that `encode` wrote. */
export function decodeDigest(json: string): Digest {
  const stored = JSON.parse(json) as Stored<Digest>
  const { from, newSince, corrections, ...others } = stored
  return {
    ...others,
    createdAt: new Date(stored.createdAt),
    ...optional('from', reviveDate(from)),
    ...optional('newSince', reviveDate(newSince)),
    ...optional('corrections', corrections?.map(reviveCorrection)),
    to: new Date(stored.to),
    items: stored.items.map(reviveItem),
  }
}

const reviveBlock = (stored: Stored<Block>): Block =>
  stored.kind === 'citation' ? { ...stored, at: new Date(stored.at) } : stored

/** Reads a message that `encode` wrote. */
export function decodeMessage(json: string): Message {
  const stored = JSON.parse(json) as Stored<Message>
  return { ...stored, blocks: stored.blocks.map(reviveBlock) }
}

/** Reads the options of a button that `encode` wrote. */
export const decodeOptions = (json: string): Readonly<Record<string, string>> =>
  JSON.parse(json) as Readonly<Record<string, string>>
