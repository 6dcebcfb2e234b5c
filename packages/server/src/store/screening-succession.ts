import type { ScreeningRow } from './screening.store.js'

/** What becomes of a person's screening when a declaration brings another one. */
export interface ScreeningSuccession {
  /** The new screening, as it is kept. */
  readonly row: ScreeningRow
  /** Set: the earlier one is replaced at this moment. */
  readonly replacedAt: number | null
  /** Whether the new one is the person's screening from now on. */
  readonly isNewest: boolean
  /** Whether the events of the earlier one go along: within the area alone. */
  readonly keepsEvents: boolean
}

/**
 * A newer declaration takes the place of a screening that is still open. What was done stays done,
 * unless the person is worse off now: then they wait again. A closed one is history, and the new one
 * waits. What was declared earlier and comes in later, a paper, is replaced already.
 */
export function succeedScreening(row: ScreeningRow, earlier: ScreeningRow): ScreeningSuccession {
  const isNewest = row.declaredAt >= earlier.declaredAt
  if (!isNewest) {
    const replaced = { ...row, replacedAt: earlier.declaredAt }
    return { row: replaced, replacedAt: null, isNewest, keepsEvents: false }
  }
  if (earlier.state === 'closed') return { row, replacedAt: null, isNewest, keepsEvents: false }
  const keepsEvents = row.areaCode === earlier.areaCode
  const isWorse = row.severity > earlier.severity
  const state = isWorse || !keepsEvents ? row.state : earlier.state
  return { row: { ...row, state }, replacedAt: row.declaredAt, isNewest, keepsEvents }
}
