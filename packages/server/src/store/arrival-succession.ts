import type { ArrivalRow } from './arrival.store.js'

/** What becomes of a person's arrival when a declaration brings another one. */
export interface ArrivalSuccession {
  /** The new arrival, as it is kept. */
  readonly row: ArrivalRow
  /** Set: the earlier one is replaced at this moment. */
  readonly replacedAt: number | null
  /** Whether the new one is the person's arrival from now on. */
  readonly isNewest: boolean
  /** Whether the events of the earlier one go along: within the area alone. */
  readonly keepsEvents: boolean
}

/** A declaration that is withdrawn or erased, with whom it names. */
export interface EndedDeclaration {
  readonly declaration: { readonly declarationId: string }
  readonly people: readonly { readonly personId: string }[]
}

/** Whether the ward has still something to do about it. */
export const isOpenArrival = ({ state }: Pick<ArrivalRow, 'state'>) =>
  state === 'expected' || state === 'passed' || state === 'not-found'

/**
 * A newer declaration takes the place of an arrival that is still open, with its history and, on the
 * same journey, its passing. One that is done stays as it is, and is history. What was declared
 * earlier and comes in later, a paper, is replaced already.
 */
export function succeedArrival(row: ArrivalRow, earlier: ArrivalRow): ArrivalSuccession {
  const isNewest = row.declaredAt >= earlier.declaredAt
  if (!isNewest) {
    const replaced = { ...row, replacedAt: earlier.declaredAt }
    return { row: replaced, replacedAt: null, isNewest, keepsEvents: false }
  }
  if (!isOpenArrival(earlier)) return { row, replacedAt: null, isNewest, keepsEvents: false }
  return {
    row: { ...row, ...toPassing(row, earlier.passedAt) },
    replacedAt: row.declaredAt,
    isNewest,
    keepsEvents: row.areaCode === earlier.areaCode,
  }
}

/** A person who passed a post after leaving is on this journey, whichever declaration says so. */
export function toPassing(
  { departureAt, passedAt, state }: ArrivalRow,
  otherPassedAt: number | null,
): Pick<ArrivalRow, 'state' | 'passedAt'> {
  if (otherPassedAt === null || otherPassedAt < departureAt) return { state, passedAt }
  return {
    state: state === 'expected' || state === 'not-found' ? 'passed' : state,
    passedAt: passedAt ?? otherPassedAt,
  }
}
