/** Where words and patterns are looked for. */
export type Where = 'anywhere' | 'title'

/** A condition on an article, as a person wrote it. Groups hold at least two members, none of their own kind. */
export type Expression =
  /** One word in any of its forms, or several in this order. Without quotation marks, blanks single. */
  | { readonly kind: 'words'; readonly where: Where; readonly text: string }
  /** RE2 syntax: https://github.com/google/re2/wiki/Syntax; a slash in it is written `\/`. */
  | { readonly kind: 'pattern'; readonly where: Where; readonly source: string; readonly flags: string }
  | { readonly kind: 'outlet'; readonly text: string }
  /** Two lower-case letters. */
  | { readonly kind: 'lang'; readonly text: string }
  | { readonly kind: 'topic'; readonly text: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expression[] }

/** All of the members, or any of them: groups of the same kind become one, a single member stays alone. */
export function groupOf(kind: 'all' | 'any', members: readonly Expression[]): Expression {
  const flat = members.flatMap(member => (member.kind === kind ? member.of : [member]))
  const [first] = flat
  return flat.length === 1 && first !== undefined ? first : { kind, of: flat }
}

/** The opposite; that of an opposite is the thing itself. */
export const notOf = (expression: Expression): Expression =>
  expression.kind === 'not' ? expression.of : { kind: 'not', of: expression }

/** Text that is read as one word, and as nothing but a word. */
const BARE = /^(?!(?:AND|OR|NOT|UND|ODER|NICHT)$)[\p{L}\p{N}][^\s()"“”„«»:*]*$/iu

const quoted = (text: string): string => (BARE.test(text) ? text : `"${text}"`)

/**
 * An expression as a person may type it, with as few signs as it takes.
 * @returns text that parseExpression() reads back as the same expression
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'words':
      return `${expression.where === 'title' ? 'title:' : ''}${quoted(expression.text)}`
    case 'pattern':
      return `${expression.where === 'title' ? 'title:' : ''}/${expression.source}/${expression.flags}`
    case 'outlet':
    case 'lang':
    case 'topic':
      return `${expression.kind}:${quoted(expression.text)}`
    case 'not':
      return `-${printMember(expression.of, 'not')}`
    case 'all':
      return expression.of.map(member => printMember(member, 'all')).join(' ')
    case 'any':
      return expression.of.map(printExpression).join(' OR ')
  }
}

function printMember(member: Expression, inside: 'not' | 'all'): string {
  const isGroup = member.kind === 'any' || (member.kind === 'all' && inside === 'not')
  return isGroup ? `(${printExpression(member)})` : printExpression(member)
}
