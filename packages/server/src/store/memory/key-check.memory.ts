import type { KeyCheck, KeyCheckStore } from '../store.js'

export function createMemoryKeyCheck(): KeyCheckStore {
  let kept: KeyCheck | undefined
  return {
    find: async () => kept,
    async keep(check) {
      kept ??= check
      return kept
    },
  }
}
