/** What happened to those who are counted, in news about accidents, wars and protests. */
export type Role =
  | 'dead'
  | 'injured'
  | 'missing'
  | 'evacuated'
  | 'arrested'
  | 'rescued'
  | 'trapped'
  | 'homeless'
  | 'aboard'
  | 'withoutPower'

/** How a number is limited: "about 14", "nearly 14", "at least 14", "up to 14". */
export type Bound = 'exact' | 'about' | 'nearly' | 'atLeast' | 'atMost'

export interface RoleSource {
  /** Stands before the number: "killed 14". */
  readonly before?: string
  /** Stands behind the counted: "14 people killed". */
  readonly after: string
  /** Is the counted itself: "14 deaths". */
  readonly nouns?: string
}

/** Words around numbers in news of one language. A phrase is words with blanks; “|” parts phrases. */
export interface LanguageSource {
  readonly decimal: '.' | ','
  readonly numerals: string
  readonly scales: string
  readonly collectives: string
  readonly fractions: string
  readonly bounds: Readonly<Record<Exclude<Bound, 'exact'>, string>>
  readonly boundsAfter: Readonly<Partial<Record<Bound, string>>>
  readonly persons: string
  readonly roles: Readonly<Record<Role, RoleSource>>
  /** May stand between the counted and what happened to it. */
  readonly between: string
  /** Opens a parenthesis of parts: "14, including two children, …". */
  readonly including: string
  readonly timeUnits: string
  readonly months: string
  /** Followed by a year: "in 2019". */
  readonly yearAfter: string
  readonly toll: string
  readonly numberOf: string
  readonly range: { readonly from: string; readonly to: string; readonly between: string; readonly and: string }
}
