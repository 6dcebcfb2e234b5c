import type { LimitStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryLimits({ limits }: MemoryState): LimitStore {
  function look(key: string, windowMs: number, nowMs: number) {
    const found = limits.get(`${windowMs}\0${key}`)
    return found && found.resetsAt > nowMs ? found : { count: 0, resetsAt: nowMs + windowMs }
  }

  return {
    async hit(key, windowMs, nowMs, points = 1) {
      const { count, resetsAt } = look(key, windowMs, nowMs)
      const hit = { count: count + points, resetsAt }
      limits.set(`${windowMs}\0${key}`, hit)
      return hit
    },

    async peek(key, windowMs, nowMs) {
      return look(key, windowMs, nowMs)
    },
  }
}
