/** One sentence to learn from: its features and how good a bullet it is, 0 to 1. */
export interface Row {
  readonly features: Float64Array
  readonly target: number
}

export interface LinearModel {
  readonly bias: number
  readonly weights: readonly number[]
}

const STEPS = 12
const SMALLEST_SPREAD = 1e-6

interface Scale {
  readonly mean: Float64Array
  readonly spread: Float64Array
}

function scaleOf(rows: readonly Row[], width: number): Scale {
  const mean = new Float64Array(width)
  const spread = new Float64Array(width)
  for (const { features } of rows) for (let k = 0; k < width; k++) mean[k]! += features[k]! / rows.length
  for (const { features } of rows) for (let k = 0; k < width; k++) spread[k]! += (features[k]! - mean[k]!) ** 2
  return { mean, spread: spread.map(sum => Math.max(SMALLEST_SPREAD, Math.sqrt(sum / rows.length))) }
}

/** Solves the symmetric positive definite system by Gaussian elimination; both arguments are used up. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!
      for (let column = pivot; column < size; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!
      right[row]! -= factor * right[pivot]!
    }
  }
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row]!
    for (let column = row + 1; column < size; column++) rest -= matrix[row]![column]! * solution[column]!
    solution[row] = rest / matrix[row]![row]!
  }
  return solution
}

/** One Newton step of the regularised likelihood; `points` have a leading 1 for the bias. */
function step(
  points: readonly Float64Array[],
  rows: readonly Row[],
  weights: Float64Array,
  ridge: number,
): Float64Array {
  const size = weights.length
  const gradient = new Float64Array(size)
  const hessian = Array.from({ length: size }, () => new Float64Array(size))
  points.forEach((point, n) => {
    let sum = 0
    for (let k = 0; k < size; k++) sum += point[k]! * weights[k]!
    const chance = 1 / (1 + Math.exp(-sum))
    const slope = chance * (1 - chance)
    for (let k = 0; k < size; k++) {
      gradient[k]! += (rows[n]!.target - chance) * point[k]!
      for (let l = 0; l <= k; l++) hessian[k]![l]! += slope * point[k]! * point[l]!
    }
  })
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < k; l++) hessian[l]![k] = hessian[k]![l]!
    hessian[k]![k]! += k === 0 ? 1e-9 : ridge
    if (k > 0) gradient[k]! -= ridge * weights[k]!
  }
  return solve(hessian, gradient)
}

/**
 * Logistic regression by Newton's method with an L2 penalty on standardised features; targets may lie between 0 and 1.
 * Deterministic. @returns weights for the features as they are (not standardised)
 */
export function fitLogistic(rows: readonly Row[], ridge: number): LinearModel {
  const width = rows[0]?.features.length ?? 0
  const { mean, spread } = scaleOf(rows, width)
  const points = rows.map(({ features }) => {
    const point = new Float64Array(width + 1).fill(1)
    for (let k = 0; k < width; k++) point[k + 1] = (features[k]! - mean[k]!) / spread[k]!
    return point
  })
  const fitted = new Float64Array(width + 1)
  for (let n = 0; n < STEPS; n++)
    step(points, rows, fitted, ridge).forEach((change, k) => {
      fitted[k]! += change
    })
  const weights = Array.from({ length: width }, (_, k) => fitted[k + 1]! / spread[k]!)
  const bias = weights.reduce((sum, weight, k) => sum - weight * mean[k]!, fitted[0]!)
  return { bias, weights }
}
