import type { LedgerVisit } from './to-ledger-visit.js'

/** Visits by person and venue, each once, in the order they happened. */
export function groupVisits(visits: readonly LedgerVisit[]): LedgerVisit[][] {
  const groups = new Map<string, LedgerVisit[]>()
  const once = new Map(visits.map((visit) => [visit.visitId, visit])).values()
  for (const visit of [...once].sort(compareVisits)) {
    const key = JSON.stringify([visit.person, visit.venueCode])
    const group = groups.get(key)
    if (group) group.push(visit)
    else groups.set(key, [visit])
  }
  return [...groups.values()]
}

/** At one instant going in comes before going out. */
function compareVisits(one: LedgerVisit, other: LedgerVisit): number {
  const byTime = Date.parse(one.happenedAt) - Date.parse(other.happenedAt)
  if (byTime !== 0) return byTime
  if (one.direction !== other.direction) return one.direction === 'in' ? -1 : 1
  return one.visitId < other.visitId ? -1 : 1
}
