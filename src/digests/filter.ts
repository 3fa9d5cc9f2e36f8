import type { AnalysedArticle } from '../model/article.ts'
import { UserError } from '../model/errors.ts'
import type { FilterRule, Verdict } from '../model/filter.ts'
import { compileExpression, subjectOf } from './filter-match.ts'
import { parseExpression } from './filter-parse.ts'

/** The rules of a channel, ready to judge. */
export interface Filter {
  /** Rules that can not be read any more; they hide nothing and let nothing through. */
  readonly unreadable: readonly FilterRule[]
  /** Whether the channel is told of the article, and by which rule that was decided. */
  judge(article: AnalysedArticle): Verdict
}

type Ready = FilterRule & { readonly fits: ReturnType<typeof compileExpression> }

function makeReady(rule: FilterRule): readonly Ready[] {
  try {
    return [{ ...rule, fits: compileExpression(parseExpression(rule.rule)) }]
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

/** An article is told when no `hide` rule fits it and, if there are `only` rules, at least one of them does. */
export function createFilter(rules: readonly FilterRule[]): Filter {
  const ready = rules.flatMap(makeReady)
  const numbers = new Set(ready.map(({ number }) => number))
  const byNumber = new Map(rules.map(rule => [rule.number, rule]))
  const hiding = ready.filter(({ mode }) => mode === 'hide')
  const only = ready.filter(({ mode }) => mode === 'only')
  const decidedBy = (found: Ready | undefined): { by?: FilterRule } => {
    const by = found === undefined ? undefined : byNumber.get(found.number)
    return by === undefined ? {} : { by }
  }
  return {
    unreadable: rules.filter(({ number }) => !numbers.has(number)),
    judge(article) {
      const subject = subjectOf(article)
      const hider = hiding.find(({ fits }) => fits(subject))
      if (hider !== undefined) return { isKept: false, ...decidedBy(hider) }
      const keeper = only.find(({ fits }) => fits(subject))
      return { isKept: keeper !== undefined || only.length === 0, ...decidedBy(keeper) }
    },
  }
}
