import { createListeners } from './create-listeners.js'
import type { OutboxStore, Pause } from './outbox-store.js'

/**
 * Keeps visits in this process alone: where there is neither IndexedDB nor a file, and in tests.
 *
 * @example
 * import { createMemoryOutboxStore } from '@kbyt/sdk/check-in'
 *
 * createMemoryOutboxStore().isDurable // false: say so in the page
 */
export function createMemoryOutboxStore(name = 'kbyt.outbox'): OutboxStore {
  const entries = new Map<number, unknown>()
  const listeners = createListeners()
  let last = 0
  let pause: Pause | undefined
  return {
    name,
    isDurable: false,
    async load() {
      return {
        entries: [...entries].map(([position, value]) => ({ position, value })),
        pause,
      }
    },
    async add(value) {
      last += 1
      entries.set(last, structuredClone(value))
      listeners.notify()
    },
    async replace(position, value) {
      if (!entries.has(position)) return
      entries.set(position, structuredClone(value))
      listeners.notify()
    },
    async remove(positions) {
      for (const position of positions) entries.delete(position)
      listeners.notify()
    },
    async setPause(next) {
      pause = next
      listeners.notify()
    },
    watch: listeners.add,
  }
}
