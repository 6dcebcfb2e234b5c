import type { PublishableKey } from '../ports.js'
import type { PartnerStore } from '../store/store.js'

/**
 * Which publishable keys there are. Owns: the keys of the store as they were last read. Does not own:
 * when they are read again; a host does it every few seconds, so that a change reaches every node.
 */
export interface PartnerKeys {
  find(): readonly PublishableKey[]
  /** @throws {StoreUnavailable} and goes on with what was known. */
  refresh(): Promise<void>
}

export function createPartnerKeys(
  store: PartnerStore,
  fixed: readonly PublishableKey[],
): PartnerKeys {
  let keys = fixed
  return {
    find: () => keys,
    async refresh() {
      const partners = await store.listPartners()
      keys = [...fixed, ...partners.map(({ publishableKey: key, origins }) => ({ key, origins }))]
    },
  }
}
