import type { FilterWish, UseCases } from '../command-cases.ts'
import { createFilter } from '../digests/filter.ts'
import { type Expression, printExpression } from '../digests/filter-expression.ts'
import { programOf } from '../digests/filter-match.ts'
import { parseExpression } from '../digests/filter-parse.ts'
import type { Channel } from '../model/briefing.ts'
import { UserError } from '../model/errors.ts'
import type { FilterRule } from '../model/filter.ts'
import type { AppParts } from './parts.ts'
import { judgeAll } from './passing.ts'
import { reachOf } from './reading.ts'

const RULES_AT_MOST = 50
/** Instructions of all patterns of a channel: every article may cost as many steps for each of its characters. */
const PROGRAM_AT_MOST = 400
const TRIED_ON = 20
/** The rule as it would be kept, under a number of none. */
const ruleOf = (expression: Expression, mode: FilterWish['mode'], channel: Channel, now: Date): FilterRule => ({
  channelId: channel.id,
  number: 0,
  mode,
  rule: printExpression(expression),
  createdAt: now,
})

/** Refuses what would add nothing, or too much work for each article. */
function checkBeside(rules: readonly FilterRule[], added: FilterRule, expression: Expression): void {
  const same = rules.find(({ mode, rule }) => mode === added.mode && rule === added.rule)
  if (same !== undefined) throw new UserError('sameFilter', { number: String(same.number) })
  const own = programOf(expression)
  const others = own === 0 ? [] : rules.map(({ rule }) => programOf(parseExpression(rule)))
  if (others.reduce((sum, size) => sum + size, own) > PROGRAM_AT_MOST) throw new UserError('heavyFilters')
}

/** "-football" means no football to whoever types it, and would hide all else. */
function refuseAllBut(expression: Expression, mode: FilterWish['mode']): void {
  if (mode !== 'hide' || expression.kind !== 'not') return
  throw new UserError('negatedFilter', { rule: printExpression(expression), rest: printExpression(expression.of) })
}

/** The part of the use-cases that says what a channel is told. */
export function filterCases(parts: AppParts): Pick<UseCases, 'filters' | 'addFilter' | 'removeFilter' | 'testFilter'> {
  const { store, clock } = parts
  return {
    filters: channel => store.listFilters(channel.id),

    async addFilter(channel, { rule, mode }) {
      const expression = parseExpression(rule)
      refuseAllBut(expression, mode)
      const wanted = ruleOf(expression, mode, channel, clock.now())
      checkBeside(await store.listFilters(channel.id), wanted, expression)
      const added = await store.addFilter(wanted, RULES_AT_MOST)
      if (added === undefined) throw new UserError('manyFilters', { most: String(RULES_AT_MOST) })
      return added
    },

    async removeFilter(channel, number) {
      const removed = /^\d{1,9}$/u.test(number) ? await store.removeFilter(channel.id, Number(number)) : undefined
      if (removed !== undefined) return removed
      const known = (await store.listFilters(channel.id)).map(rule => rule.number).join(', ')
      throw new UserError('unknownFilter', { value: number, known })
    },

    async testFilter(channel, wish, signal) {
      const now = clock.now()
      const tried = wish === undefined ? undefined : ruleOf(parseExpression(wish.rule), wish.mode, channel, now)
      const inForce = await store.listFilters(channel.id)
      const { feeds, isUnsubscribed } = await reachOf(channel, parts)
      if (feeds.length === 0) throw new UserError('noSubscriptions')
      const taken = isUnsubscribed ? feeds : await store.listFeeds(channel.id)
      const articles = await store.listArticles({ feedIds: taken.map(({ id }) => id), limit: TRIED_ON })
      const items = await judgeAll(createFilter(tried === undefined ? inForce : [tried]), articles, signal)
      return { ...(tried === undefined ? {} : { tried }), inForce: inForce.length, items }
    },
  }
}
