import type { ClaimedPart, Delivery, DeliveryId, PartState, PlatformName, Subscription } from '../model/briefing.ts'
import type { Digest } from '../model/digest.ts'
import type { Claim } from './claim.ts'

/** What is told at once. */
export interface Post {
  readonly delivery: Delivery
  /** What it tells, of kind `post`; absent when it tells no news. */
  readonly digest?: Digest
}

/** How one sending attempt ended. */
export type PartOutcome =
  | { readonly kind: 'sent'; readonly messageId: string; readonly at: Date }
  | { readonly kind: 'retry'; readonly at: Date; readonly error: string }
  | { readonly kind: 'uncertain'; readonly at: Date; readonly error: string }
  | { readonly kind: 'dead'; readonly error: string }

export interface DeliveryStore {
  /** Writes a delivery and its parts (and its digest) unless one with this id exists. @returns true when it was written */
  addDelivery(delivery: Delivery, digest?: Digest): Promise<boolean>
  /**
   * Takes due parts: of each channel only the first unsent part of its oldest delivery, so that order is kept;
   * of the named platforms; not of paused channels. A part whose lease ran out while `sending` counts as uncertain
   * since that attempt was claimed.
   */
  claimDueParts(claim: Claim, platforms: readonly PlatformName[]): Promise<readonly ClaimedPart[]>
  /** Notes that the attempt begins: state `sending`, committed before the call. @returns false when the claim was lost */
  markSending(part: ClaimedPart): Promise<boolean>
  /** Ends the attempt; `retry` and `uncertain` become due at `at`. @returns false when the claim was lost */
  finishPart(part: ClaimedPart, outcome: PartOutcome): Promise<boolean>
  /**
   * Writes what an instant subscription owes and how far that reaches, and enters what it tells into the channel's ledger
   * (LedgerStore.tellDigest), in one transaction.
   * @returns false when the subscription is gone or was told further already (then nothing was written)
   */
  announce(subscription: Subscription, upTo: number, posts: readonly Post[]): Promise<boolean>
  /**
   * Writes a post and enters what it tells into its channel's ledger, in one transaction, unless a delivery with its id
   * exists. @returns true when it was written
   */
  addPost(post: Post, upTo: number): Promise<boolean>
  countParts(): Promise<Readonly<Record<'waiting' | 'sent' | 'uncertain' | 'dead', number>>>
  /** States of a delivery's parts, in order. */
  partStates(id: DeliveryId): Promise<readonly PartState[]>
}
