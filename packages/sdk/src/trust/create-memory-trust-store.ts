import type { TrustStore } from './trust-store.js'

/**
 * Keeps the bundle as long as the process or page lives.
 *
 * @example
 * import { createMemoryTrustStore } from '@kbyt/sdk/trust'
 *
 * const store = createMemoryTrustStore()
 */
export function createMemoryTrustStore(): TrustStore {
  let kept: string | undefined

  return {
    load: async () => kept,
    save: async (jws) => {
      kept = jws
    },
  }
}
