/** How rows are taken for work: whoever holds the lease works; an expired lease is simply due again. */
export interface Claim {
  readonly now: Date
  /** How many rows at the most. */
  readonly limit: number
  readonly leaseMs: number
}

/** A claimed row; `attempt` is the fencing token that finishing must show. */
export interface Claimed<T> {
  readonly row: T
  readonly attempt: number
}
