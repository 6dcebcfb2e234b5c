/** A commit that several wait for, open until it is on the disk or lost for all of them. */
export interface SharedCommit {
  /** Rejects with why, when what was to be committed is lost. */
  readonly outcome: Promise<void>
  keep(): void
  lose(error: unknown): void
}

export function createCommit(): SharedCommit {
  let keep = () => {}
  let lose: (error: unknown) => void = () => {}
  const outcome = new Promise<void>((resolve, reject) => {
    keep = resolve
    lose = reject
  })
  outcome.catch(() => {}) // nobody waits where all were undone
  return { outcome, keep, lose }
}
