import type { Article } from './article.ts'
import type { ChannelId } from './briefing.ts'

/** UTF-16 units of a rule's expression. */
export const RULE_LENGTH = 500

/** hide: what the rule fits is not told; only: of all articles only those are told that fit one of these rules. */
export type FilterMode = 'hide' | 'only'

/** A rule of a channel about what it is told. */
export interface FilterRule {
  readonly channelId: ChannelId
  /** From 1; never given to another rule of the channel, also when this one is removed. */
  readonly number: number
  readonly mode: FilterMode
  /** The expression, as printExpression() writes it. */
  readonly rule: string
  readonly createdAt: Date
}

/** Whether a channel is told of an article, and the rule that decided; no rule: none of the `only` rules fits. */
export type Verdict =
  | { readonly isKept: true; readonly by?: FilterRule }
  | { readonly isKept: false; readonly by?: FilterRule }

/** Why an expression can not be read. Each has a sentence in every catalogue (`filterProblems`). */
export type FilterProblem =
  | 'empty'
  | 'unclosedQuote'
  | 'emptyQuote'
  | 'unclosedPattern'
  | 'emptyPattern'
  | 'badFlags' // {value}
  | 'badPattern' // {value}
  | 'largePattern'
  | 'unclosedParenthesis'
  | 'strayParenthesis'
  | 'emptyParenthesis'
  | 'missingOperand' // {value}
  | 'misplacedOperator' // {value}
  | 'smallOperator' // {value, capitals}
  | 'commonWord' // {value, pattern}
  | 'wildcard' // {value, pattern}
  | 'unknownField' // {value, nearest}
  | 'missingValue' // {value}
  | 'plainValue' // {value}
  | 'badLanguage' // {value, nearest}
  | 'tooDeep'

/** How rules do on the newest articles of a channel's feeds. */
export interface FilterTrial {
  /** The rule that was tried alone; absent: the rules in force. */
  readonly tried?: FilterRule
  /** How many rules are in force. */
  readonly inForce: number
  /** Newest first. */
  readonly items: readonly { readonly article: Article; readonly verdict: Verdict }[]
}
