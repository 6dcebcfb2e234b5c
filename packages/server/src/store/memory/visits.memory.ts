import type { FoundVisit, PassHolder, VisitKey, VisitRow, VisitStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

const toKey = ({ venueCode, visitId }: VisitKey) => `${venueCode}\0${visitId}`

const newestFirst = (one: VisitRow, other: VisitRow) =>
  other.happenedAt - one.happenedAt || (one.visitId > other.visitId ? -1 : 1)

export function createMemoryVisits(state: MemoryState): VisitStore {
  const { visits } = state
  const findAll = (isAsked: (visit: VisitRow) => boolean) =>
    [...visits.values()].filter(isAsked).sort(newestFirst)

  return {
    async findKnown(keys) {
      return keys.filter((key) => visits.has(toKey(key)))
    },

    async saveVisits(rows) {
      for (const row of rows) if (!visits.has(toKey(row))) visits.set(toKey(row), row)
    },

    async findVenueVisits(venueCode, after, limit) {
      const all = findAll((visit) => visit.venueCode === venueCode)
      const rest = all.filter((visit) => !after || isAfter(visit, after))
      return rest.slice(0, limit)
    },

    async findVisitsBetween(venueCode, span) {
      return findAll((visit) => visit.venueCode === venueCode && isWithin(visit, span))
    },

    async findVisitsOf(subject, span, limit) {
      const isOf = ({ personId, phoneIndex }: VisitRow) =>
        personId === subject || phoneIndex === subject
      return findAll((visit) => isOf(visit) && isWithin(visit, span))
        .slice(0, limit)
        .map(toFound)
    },

    async findPassHolders(passIds) {
      return [...new Set(passIds)].flatMap((passId) => findPassHolder(state, passId) ?? [])
    },
  }
}

const isAfter = (visit: VisitRow, after: { happenedAt: number; visitId: string }) =>
  visit.happenedAt < after.happenedAt ||
  (visit.happenedAt === after.happenedAt && visit.visitId < after.visitId)

const isWithin = ({ happenedAt }: VisitRow, { from, before }: { from: number; before: number }) =>
  happenedAt >= from && happenedAt < before

function toFound(visit: VisitRow): FoundVisit {
  const { venueCode, visitId, personId, direction, happenedAt, isClockSuspect, sealed } = visit
  return { venueCode, visitId, personId, direction, happenedAt, isClockSuspect, sealed }
}

function findPassHolder(
  { passes, declarations }: MemoryState,
  passId: string,
): PassHolder | undefined {
  const found = declarations.get(passes.get(passId) ?? '')
  const person = found?.people.find((each) => each.passId === passId)
  if (!found || !person) return undefined
  const { personId, phoneIndex, issuedAt, validUntil, sealed } = person
  const { withdrawnAt } = found.declaration
  return { passId, personId, phoneIndex, issuedAt, validUntil, withdrawnAt, sealed }
}
