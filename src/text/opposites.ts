/** Verbs of news that say the opposite of each other: one in place of the other is no rewording. Each line has two sides. */
const OPPOSITES = `
acquitted acquits cleared clears: convicted convicts
rose rises risen rising gained: fell falls fallen falling lost
won wins: lost loses
approved approves passed backed: rejected rejects vetoed
killed kills died: injured injures wounded hurt
arrested arrests detained: released releases freed
bought buys: sold sells
opened opens: closed closes
accepted accepts: refused refuses declined
increased increases raised: decreased decreases reduced cut lowered
profit: loss
freigesprochen: verurteilt
gestiegen stieg steigt: gefallen fiel fällt gesunken sank sinkt
gewann gewonnen: verlor verloren
angenommen gebilligt: abgelehnt
getötet starben gestorben: verletzt
verhaftet festgenommen: freigelassen
acquitté acquittée: condamné condamnée
augmenté: baissé diminué
gagné: perdu
approuvé adopté: rejeté
tué tués morts: blessé blessés
absuelto absuelta absolvió: condenado condenada condenó
subió subieron: bajó bajaron
ganó: perdió
aprobó: rechazó
muertos murieron: heridos
оправдал оправдали: осудил осудили приговорил
вырос выросла выросли: упал упала упали снизился
выиграл выиграла: проиграл проиграла
одобрил одобрила: отклонил отклонила
погибли погиб убиты: ранены ранен пострадали
`

interface Side {
  readonly words: ReadonlySet<string>
  readonly others: ReadonlySet<string>
}

const SIDES: readonly Side[] = OPPOSITES.trim()
  .split('\n')
  .flatMap(line => {
    const [left = new Set<string>(), right = new Set<string>()] = line.split(': ').map(side => new Set(side.split(' ')))
    return [
      { words: left, others: right },
      { words: right, others: left },
    ]
  })

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])

/** Whether a verb of one sentence has given place to its opposite in the other ("convicted" to "acquitted"). */
export function opposesIn(before: string, now: string): boolean {
  const [old, fresh] = [wordsOf(before), wordsOf(now)]
  const [gone, come] = [old.difference(fresh), fresh.difference(old)]
  return SIDES.some(
    ({ words, others }) =>
      !gone.isDisjointFrom(words) &&
      !come.isDisjointFrom(others) &&
      // both were told of before: one is only left out
      old.isDisjointFrom(others) &&
      fresh.isDisjointFrom(words),
  )
}
