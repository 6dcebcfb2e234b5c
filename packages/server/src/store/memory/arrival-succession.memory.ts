import {
  type EndedDeclaration,
  isOpenArrival,
  succeedArrival,
  toPassing,
} from '../arrival-succession.js'
import type { ArrivalRow } from '../store.js'
import type { MemoryState, StoredArrival } from './memory-state.js'

/** Keeps a new arrival in the place of the person's earlier one. */
export function keepArrival(state: MemoryState, row: ArrivalRow): void {
  const { arrivals, arrivalOf } = state
  const earlier = findCurrent(state, row.personId)
  if (!earlier) {
    arrivals.set(row.arrivalId, { row, events: [], previousId: undefined })
    arrivalOf.set(row.personId, row.arrivalId)
    return
  }
  const succession = succeedArrival(row, earlier.row)
  const earlierId = earlier.row.arrivalId
  const events = succession.keepsEvents ? earlier.events : []
  if (succession.isNewest) {
    const { replacedAt } = succession
    arrivals.set(earlierId, { ...earlier, row: { ...earlier.row, replacedAt } })
    arrivals.set(row.arrivalId, { row: succession.row, events, previousId: earlierId })
    arrivalOf.set(row.personId, row.arrivalId)
  } else {
    const { previousId } = earlier
    arrivals.set(row.arrivalId, { row: succession.row, events, previousId })
    arrivals.set(earlierId, { ...earlier, previousId: row.arrivalId })
  }
}

/** Nobody is expected by a withdrawn declaration: the one before it that stands counts again. */
export function cancelArrivals(state: MemoryState, { declaration, people }: EndedDeclaration) {
  for (const { personId } of people) {
    const current = findCurrent(state, personId)
    if (current?.row.declarationId !== declaration.declarationId) continue
    if (!isOpenArrival(current.row)) continue
    const cancelled: ArrivalRow = { ...current.row, state: 'cancelled' }
    state.arrivals.set(cancelled.arrivalId, { ...current, row: cancelled })
    const standing = findStanding(state, current.previousId)
    if (!standing) continue
    const passing = toPassing(standing.row, current.row.passedAt)
    const row = { ...standing.row, ...passing, replacedAt: null }
    state.arrivals.set(row.arrivalId, { ...standing, row })
    state.arrivalOf.set(personId, row.arrivalId)
  }
}

function findCurrent({ arrivals, arrivalOf }: MemoryState, personId: string) {
  return arrivals.get(arrivalOf.get(personId) ?? '')
}

/** The newest of these earlier arrivals whose declaration is not withdrawn. */
function findStanding(
  { arrivals, declarations }: MemoryState,
  newestId: string | undefined,
): StoredArrival | undefined {
  let found = arrivals.get(newestId ?? '')
  while (found) {
    const declaration = declarations.get(found.row.declarationId)?.declaration
    if (declaration?.withdrawnAt === null) return found
    found = arrivals.get(found.previousId ?? '')
  }
  return undefined
}
