import { hash } from 'node:crypto'
import type { DeliveryId } from '../model/briefing.ts'
import { withoutNuls } from './rows.ts'

/** What Discord takes as a nonce: https://docs.discord.com/developers/resources/message#create-message */
const NONCE_LENGTH = 25
const NONCE_RADIX = 36

/** Tells whether an article's title or text changed: the same for the same words, whatever else changes. */
export const contentHash = (article: { readonly title: string; readonly text: string }): string =>
  hash('sha256', `${withoutNuls(article.title)}\n\0${withoutNuls(article.text)}`, 'base64url')

/**
 * The nonce of a delivery's part: made from its name alone, so that every attempt, also of another process, shows the
 * same one and the platform can drop the second copy.
 * @returns 25 characters of 0-9a-z
 */
export function partNonce(deliveryId: DeliveryId, index: number): string {
  const digits = BigInt(`0x${hash('sha256', `${deliveryId}\n${index}`, 'hex')}`).toString(NONCE_RADIX)
  return digits.padStart(NONCE_LENGTH, '0').slice(0, NONCE_LENGTH)
}
