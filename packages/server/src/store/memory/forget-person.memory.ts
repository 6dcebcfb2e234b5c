import type { ForgottenPerson, VisitRow } from '../store.js'
import { drop, type MemoryState } from './memory-state.js'

/** What is proven to be a person's, and the person altogether where nothing else is kept under them. */
export function forgetPerson(
  state: MemoryState,
  person: ForgottenPerson,
  phoneIndex: string | undefined,
): void {
  const { personId, isProven } = person
  drop(state.screenings, ({ row }) => {
    const isImported = row.personId === personId && !state.declarations.has(row.declarationId)
    return isImported && (isProven || row.phoneIndex === phoneIndex)
  })
  restoreLookups(state, personId)
  if (isProven) eraseVisits(state, (visit) => visit.personId === personId)
  if (isNeeded(state, person)) return
  state.declarationsOf.delete(personId)
  drop(state.people, (known) => known.personId === personId)
}

export function eraseVisits(state: MemoryState, isErased: (visit: VisitRow) => boolean): void {
  drop(state.visits, isErased)
}

/** Whether anything else is kept that the person must be found by. */
function isNeeded(
  { declarationsOf, accounts, visits, imported }: MemoryState,
  { personId, documentIndexes }: ForgottenPerson,
): boolean {
  return (
    (declarationsOf.get(personId) ?? []).length > 0 ||
    [...accounts.values()].some((account) => account.personId === personId) ||
    [...visits.values()].some((visit) => visit.personId === personId) ||
    [...imported.values()].some(({ subject }) => documentIndexes.includes(subject))
  )
}

/** Whatever leads to an arrival or screening that is gone; an earlier screening that is left counts again. */
function restoreLookups(state: MemoryState, personId: string): void {
  const { arrivals, arrivalOf, screenings, screeningOf } = state
  if (![...arrivals.values()].some(({ row }) => row.personId === personId)) {
    arrivalOf.delete(personId)
  }
  const [newest] = [...screenings.values()]
    .filter(({ row }) => row.personId === personId)
    .sort((a, b) => b.row.declaredAt - a.row.declaredAt)
  if (!newest) {
    screeningOf.delete(personId)
    return
  }
  const { screeningId } = newest.row
  screenings.set(screeningId, { ...newest, row: { ...newest.row, replacedAt: null } })
  screeningOf.set(personId, screeningId)
}
