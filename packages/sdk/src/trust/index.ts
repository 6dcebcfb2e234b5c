export { createBrowserTrustStore } from './create-browser-trust-store.js'
export { createMemoryTrustStore } from './create-memory-trust-store.js'
export {
  type CreateTrustKeeperOptions,
  createTrustKeeper,
  type TrustKeeper,
} from './create-trust-keeper.js'
export type { TrustRoot } from './open-trust-bundle.js'
export type { TrustState } from './trust-state.js'
export type { TrustStore } from './trust-store.js'
export { type VerifyTrustBundleOptions, verifyTrustBundle } from './verify-trust-bundle.js'
export { type WatchedTrust, type WatchTrustOptions, watchTrust } from './watch-trust.js'
