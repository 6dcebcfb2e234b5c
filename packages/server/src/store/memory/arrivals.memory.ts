import { toPassing } from '../arrival-succession.js'
import type {
  AreaScope,
  ArrivalFilter,
  ArrivalKey,
  ArrivalPosition,
  ArrivalRow,
  ArrivalStore,
  CaseEventRow,
} from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState, StoredArrival } from './memory-state.js'

export const isInScope = (areas: AreaScope, areaCode: string) =>
  areas === 'all' || areas.includes(areaCode)

export function createMemoryArrivals(state: MemoryState): ArrivalStore {
  const { arrivals, arrivalOf } = state

  function findListed(arrivalId: string, areas: AreaScope): StoredArrival | undefined {
    const found = arrivals.get(arrivalId)
    if (!found || found.row.replacedAt !== null) return undefined
    return isInScope(areas, found.row.areaCode) ? found : undefined
  }

  return {
    async findArrivals(filter, after, limit) {
      return listArrivals(state, filter)
        .filter(({ row }) => !after || isAfter(row, after))
        .slice(0, limit)
        .map(withEvents)
    },

    async countArrivals(filter) {
      return listArrivals(state, filter).length
    },

    async findArrival(arrivalId, areas) {
      const found = findListed(arrivalId, areas)
      return found && withEvents(found)
    },

    async findArrivalOfPerson(personId) {
      const found = findListed(arrivalOf.get(personId) ?? '', 'all')
      return found && withEvents(found)
    },

    async findArrivalsOf(declarationId) {
      return [...arrivals.values()]
        .map(({ row }) => row)
        .filter((row) => row.declarationId === declarationId && row.replacedAt === null)
        .sort((a, b) => (a.arrivalId < b.arrivalId ? -1 : 1))
    },

    async addArrivalEvent({ areaCode, arrivalId }: ArrivalKey, { from, to }, event, answer) {
      const found = findListed(arrivalId, [areaCode])
      if (found?.row.state !== from) return false
      answerClaim(state, answer)
      const events = [...found.events, event]
      arrivals.set(arrivalId, { ...found, row: { ...found.row, state: to }, events })
      return true
    },

    async markPassed(personId, event) {
      const found = findListed(arrivalOf.get(personId) ?? '', 'all')
      if (!found || found.row.state === 'cancelled') return undefined
      const row = toPassed(found.row, event.at)
      arrivals.set(row.arrivalId, { ...found, row, events: [...found.events, event] })
      return row
    },
  }
}

/** The row of somebody who passed a post, whenever they said they left. */
function toPassed(row: ArrivalRow, at: number): ArrivalRow {
  return { ...row, ...toPassing({ ...row, departureAt: at }, at) }
}

const withEvents = ({ row, events }: StoredArrival) => ({ row, events: inOrder(events) })

/** Oldest first. */
export const inOrder = <Event extends CaseEventRow>(events: readonly Event[]): Event[] =>
  events.toSorted((a, b) => a.at - b.at || (a.eventId < b.eventId ? -1 : 1))

function listArrivals({ arrivals }: MemoryState, filter: ArrivalFilter): StoredArrival[] {
  return [...arrivals.values()]
    .filter(({ row }) => isListed(row, filter))
    .sort((a, b) => (isAfter(a.row, b.row) ? 1 : -1))
}

function isListed(row: ArrivalRow, filter: ArrivalFilter): boolean {
  const { areas, from, until, state, hamletIndexes } = filter
  const isInTime =
    (from === undefined || row.arrivalAt >= from) && (until === undefined || row.arrivalAt < until)
  const isInHamlet =
    hamletIndexes === undefined ||
    (row.hamletIndex !== null && hamletIndexes.includes(row.hamletIndex))
  const isInState = state === undefined || row.state === state
  const isCurrent = row.replacedAt === null
  return isCurrent && isInScope(areas, row.areaCode) && isInTime && isInHamlet && isInState
}

function isAfter(row: ArrivalPosition, position: ArrivalPosition): boolean {
  if (row.arrivalAt !== position.arrivalAt) return row.arrivalAt > position.arrivalAt
  return row.arrivalId > position.arrivalId
}
