import { succeedScreening } from '../screening-succession.js'
import type {
  AreaScope,
  ScreeningPosition,
  ScreeningRow,
  ScreeningStore,
  ScreeningWithEvents,
} from '../store.js'
import { inOrder, isInScope } from './arrivals.memory.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryScreenings(state: MemoryState): ScreeningStore {
  const { screenings } = state

  function findListed(screeningId: string, areas: AreaScope): ScreeningWithEvents | undefined {
    const found = screenings.get(screeningId)
    if (!found || found.row.replacedAt !== null) return undefined
    return isInScope(areas, found.row.areaCode) ? found : undefined
  }

  return {
    async findScreenings({ areas, state: wanted }, after, limit) {
      return [...screenings.values()]
        .filter(({ row }) => row.replacedAt === null && isInScope(areas, row.areaCode))
        .filter(({ row }) => wanted === undefined || row.state === wanted)
        .filter(({ row }) => !after || isAfter(row, after))
        .sort((a, b) => (isAfter(a.row, b.row) ? 1 : -1))
        .slice(0, limit)
        .map(withEvents)
    },

    async findScreening(screeningId, areas) {
      const found = findListed(screeningId, areas)
      return found && withEvents(found)
    },

    async addScreeningEvent({ areaCode, screeningId }, { from, to }, event, answer) {
      const found = findListed(screeningId, [areaCode])
      if (found?.row.state !== from) return false
      answerClaim(state, answer)
      const row = { ...found.row, state: to }
      screenings.set(screeningId, { row, events: [...found.events, event] })
      return true
    },
  }
}

const withEvents = ({ row, events }: ScreeningWithEvents) => ({ row, events: inOrder(events) })

/** Keeps a new screening in the place of the person's earlier one. */
export function keepScreening(state: MemoryState, row: ScreeningRow): void {
  const { screenings, screeningOf } = state
  const earlier = screenings.get(screeningOf.get(row.personId) ?? '')
  const succession = earlier && succeedScreening(row, earlier.row)
  if (earlier && succession?.isNewest) {
    const { replacedAt } = succession
    screenings.set(earlier.row.screeningId, { ...earlier, row: { ...earlier.row, replacedAt } })
  }
  const events = succession?.keepsEvents && earlier ? earlier.events : []
  screenings.set(row.screeningId, { row: succession?.row ?? row, events })
  if (succession?.isNewest !== false) screeningOf.set(row.personId, row.screeningId)
}

/** Whether a row comes later in the list: less severe, older, or made before. */
function isAfter(row: ScreeningPosition, position: ScreeningPosition): boolean {
  if (row.severity !== position.severity) return row.severity < position.severity
  if (row.declaredAt !== position.declaredAt) return row.declaredAt < position.declaredAt
  return row.screeningId < position.screeningId
}
