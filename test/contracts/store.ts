import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { keepsAnnouncementContract } from './store-announcements.ts'
import { keepsArticleContract } from './store-articles.ts'
import { keepsBriefingContract } from './store-briefings.ts'
import { keepsChannelContract } from './store-channels.ts'
import { keepsClockContract } from './store-clock.ts'
import { keepsDeliveryContract } from './store-deliveries.ts'
import { keepsFeedContract } from './store-feeds.ts'
import { keepsFilterContract } from './store-filters.ts'
import { keepsLedgerContract } from './store-ledger.ts'
import { keepsPageContract } from './store-pages.ts'
import { keepsPublisherContract } from './store-publishers.ts'
import { keepsShownContract } from './store-shown.ts'
import { keepsStateContract } from './store-state.ts'
import { keepsStoryContract } from './store-stories.ts'

/** The store of the running test: a new, empty one for each. */
type CurrentStore = () => Store

/**
 * What every store promises, told through the port alone.
 * @param make opens a store that is empty
 */
export function keepsStoreContract(name: string, make: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store | undefined
    const current: CurrentStore = () => {
      if (store === undefined) throw new Error('no store is open')
      return store
    }
    beforeEach(async () => {
      store = await make()
    })
    afterEach(async () => {
      await store?.close()
      store = undefined
    })
    describe('feeds', () => keepsFeedContract(current))
    describe('publishers over time', () => keepsPublisherContract(current))
    describe('articles', () => keepsArticleContract(current))
    describe('pages to read', () => keepsPageContract(current))
    describe('stories', () => keepsStoryContract(current))
    describe('channels', () => keepsChannelContract(current))
    describe('filters', () => keepsFilterContract(current))
    describe('briefings', () => keepsBriefingContract(current))
    describe('announcements', () => keepsAnnouncementContract(current))
    describe('deliveries', () => keepsDeliveryContract(current))
    describe('times of a wrong clock', () => keepsClockContract(current))
    describe('the ledger of what was told', () => keepsLedgerContract(current))
    describe('digests as their readers were shown them', () => keepsShownContract(current))
    describe('digests, actions, facts and leases', () => keepsStateContract(current))
  })
}
