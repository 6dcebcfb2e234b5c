import type { PointPlace, PointRow, PointStore } from '../store.js'
import { answerClaim } from './idempotency.memory.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryPoints(state: MemoryState): PointStore {
  const points = new Map<string, PointRow>()
  return {
    async savePoint(point, answer) {
      if (points.has(point.pointCode)) return false
      answerClaim(state, answer)
      points.set(point.pointCode, point)
      return true
    },

    async findPoint(pointCode) {
      return points.get(pointCode)
    },

    async findPoints(areas, after, limit) {
      return [...points.values()]
        .filter((point) => point.closedAt === null && isIn(point, areas))
        .sort(newestFirst)
        .filter((point) => !after || newestFirst(after, point) < 0)
        .slice(0, limit)
    },

    async closePoint(pointCode, closedAt) {
      const point = points.get(pointCode)
      if (!point || point.closedAt !== null) return false
      points.set(pointCode, { ...point, closedAt })
      return true
    },
  }
}

const isIn = ({ wardCode, districtCode, provinceCode }: PointRow, areas: readonly string[]) =>
  [wardCode, districtCode, provinceCode].some((code) => code !== null && areas.includes(code))

/** Zero for one and the same place alone. */
function newestFirst(one: PointPlace, other: PointPlace): number {
  if (one.createdAt !== other.createdAt) return other.createdAt - one.createdAt
  if (one.pointCode === other.pointCode) return 0
  return one.pointCode > other.pointCode ? -1 : 1
}
