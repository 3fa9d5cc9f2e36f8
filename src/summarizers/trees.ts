/** A decision tree: sentences whose feature is at most the threshold go below. A number is what a leaf adds to the score. */
export type Tree = Split | number

interface Split {
  /** Place in ARTICLE_FEATURES. */
  readonly feature: number
  readonly threshold: number
  readonly below: Tree
  readonly above: Tree
}

/**
 * Reads a tree from its line in weights.json: "feature>threshold" for a split, then its lower and its upper branch; a
 * bare number for a leaf.
 * @throws SyntaxError when the line is not a whole tree
 */
export function parseTree(line: string): Tree {
  const parts = line.split(' ')
  let at = 0
  const next = (): Tree => {
    const [first = '', threshold] = parts[at++]?.split('>') ?? []
    const value = Number(first)
    if (first === '' || Number.isNaN(value)) throw new SyntaxError(`a branch is missing in "${line}"`)
    return threshold === undefined
      ? value
      : { feature: value, threshold: Number(threshold), below: next(), above: next() }
  }
  return next()
}

/** The line of a tree; see parseTree(). Numbers are rounded to `digits` decimals. */
export function printTree(tree: Tree, digits: number): string {
  const rounded = (value: number): string => String(Number(value.toFixed(digits)))
  if (typeof tree === 'number') return rounded(tree)
  const { feature, threshold, below, above } = tree
  return `${feature}>${rounded(threshold)} ${printTree(below, digits)} ${printTree(above, digits)}`
}

/** What a tree adds to the score of a sentence. */
export function treeValue(tree: Tree, features: Float64Array): number {
  let node = tree
  while (typeof node !== 'number') node = (features[node.feature] ?? 0) <= node.threshold ? node.below : node.above
  return node
}
