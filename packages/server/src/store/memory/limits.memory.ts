import type { LimitHit, LimitStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryLimits({ limits }: MemoryState): LimitStore {
  function look(key: string, windowMs: number, nowMs: number) {
    const found = limits.get(`${windowMs}\0${key}`)
    return found && found.resetsAt > nowMs ? found : { count: 0, resetsAt: nowMs + windowMs }
  }

  function hit({ key, windowMs, points }: LimitHit, nowMs: number) {
    const { count, resetsAt } = look(key, windowMs, nowMs)
    const counted = { count: count + points, resetsAt }
    limits.set(`${windowMs}\0${key}`, counted)
    return counted
  }

  return {
    hit: async (key, windowMs, nowMs, points = 1) => hit({ key, windowMs, points }, nowMs),
    hitAll: async (hits, nowMs) => hits.map((each) => hit(each, nowMs)),

    async peek(key, windowMs, nowMs) {
      return look(key, windowMs, nowMs)
    },
  }
}
