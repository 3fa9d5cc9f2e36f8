import type { ChannelId } from '../model/briefing.ts'
import type { FilterRule } from '../model/filter.ts'

export interface FilterStore {
  /** The rules of a channel, by number. */
  listFilters(channelId: ChannelId): Promise<readonly FilterRule[]>
  /**
   * Writes a rule under the channel's next number; the number of a removed rule is never given again, so that a button
   * or a person who means the old one can not hit another.
   * @param most how many rules the channel may have
   * @returns undefined when it has as many already (then nothing was written)
   */
  addFilter(rule: Omit<FilterRule, 'number'>, most: number): Promise<FilterRule | undefined>
  /** @returns the rule that was removed; undefined when the channel has none of this number */
  removeFilter(channelId: ChannelId, number: number): Promise<FilterRule | undefined>
}
