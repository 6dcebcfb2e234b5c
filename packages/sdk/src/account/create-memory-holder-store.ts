import type { HolderKeyStore } from './holder-key.js'

/**
 * Keeps the holder key as long as the process or page lives: for Node, workers and tests.
 *
 * @example
 * import { createMemoryHolderStore, openHolderKey } from '@kbyt/sdk/account'
 *
 * const holderKey = await openHolderKey(createMemoryHolderStore())
 */
export function createMemoryHolderStore(): HolderKeyStore {
  let kept: CryptoKeyPair | undefined

  return {
    load: async () => kept,
    add: async (pair) => {
      kept ??= pair
      return kept
    },
    clear: async () => {
      kept = undefined
    },
  }
}
