/** What money, per cents and lengths are of, in English news: one word for those that mean the same. */
const MEASURES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    damage: 'damage damages',
    cost: 'cost costs costing',
    price: 'price prices priced',
    profit: 'profit profits earnings',
    loss: 'loss losses deficit',
    revenue: 'sales revenue revenues turnover',
    fine: 'fine fined fines penalty',
    grant: 'grant grants subsidy subsidies',
    budget: 'budget',
    debt: 'debt debts',
    turnout: 'turnout',
    unemployment: 'unemployment jobless',
    inflation: 'inflation',
    growth: 'growth',
    pay: 'pay wages wage salary salaries',
    share: 'shares stock stocks',
    rent: 'rent rents',
    vote: 'vote votes',
    worth: 'worth value valued',
    insurance: 'insured insurance',
    investment: 'investment invest invested invests',
    bail: 'bail',
    ransom: 'ransom',
    prize: 'prize',
    aid: 'aid',
    loan: 'loan loans',
    compensation: 'compensation',
    length: 'long length',
    height: 'high height tall',
    width: 'wide width',
    depth: 'deep depth',
    distance: 'away distance',
    level: 'level levels',
    fare: 'fare fares',
    tax: 'tax taxes',
  }).flatMap(([measure, words]) => words.split(' ').map(word => [word, measure] as const)),
)

/** What is done with counted things: numbers under different ones are of different things. */
const ACTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: 'create creates created creating add adds added bring brings hire hires employ employs',
    cut: 'cut cuts cost costs lose loses lost axe axes shed sheds eliminate',
    damage: 'damage damaged damages damaging',
    destroy: 'destroy destroyed destroys destroying burned burnt razed',
    save: 'save saved saves protect protected',
    build: 'build builds built building',
    sell: 'sell sells sold',
    buy: 'buy buys bought order ordered',
    deliver: 'deliver delivers delivered supply supplies',
    cancel: 'cancel cancels cancelled canceled',
    delay: 'delay delays delayed',
    close: 'close closes closed shut',
    open: 'open opens opened reopened',
  }).flatMap(([act, words]) => words.split(' ').map(word => [word, act] as const)),
)

function namedIn(clause: string, table: ReadonlyMap<string, string>): readonly string[] {
  const words = clause.toLowerCase().match(/\p{L}+/gu) ?? []
  return [...new Set(words.flatMap(word => table.get(word) ?? []))].sort()
}

/** What is measured in a clause: "the damage amounts to" is ["damage"]. */
export const measuresIn = (clause: string): readonly string[] => namedIn(clause, MEASURES)

/** Words that may stand between a verb and the number it governs. */
const BETWEEN = new Set(
  'a an the about around some up to at least most more than over nearly almost roughly as many total of estimated just under fewer less only another extra'.split(
    ' ',
  ),
)

/**
 * The verb that governs a number in a clause, as one word for those that mean the same ("cut" for "will cost 1,400 jobs").
 * @param numberAt offset of the number in the clause
 * @returns empty when the word before the number is none of the known
 */
export function governorOf(clause: string, numberAt: number): string {
  const before =
    clause
      .slice(0, numberAt)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const active = before.findLast(word => !BETWEEN.has(word))
  const found = active === undefined ? undefined : ACTS.get(active)
  if (found !== undefined) return found
  const passive = /(?:was|were|been|be|being|are|is) (\p{L}+)/u.exec(clause.slice(numberAt))?.[1]
  return ACTS.get(passive ?? '') ?? ''
}
