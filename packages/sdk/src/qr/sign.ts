export { createStatusList, type StatusListEntry } from './create-status-list.js'
export type { GrantFacts } from './grant-facts.js'
export type { EntryFacts, PassFacts } from './pass-facts.js'
export { signGrant } from './sign-grant.js'
export { signPass } from './sign-pass.js'
export { signTrustBundle, type TrustBundleFacts } from './sign-trust-bundle.js'
export { signVenue } from './sign-venue.js'
export {
  importSigner,
  type OpenKey,
  type SignBytes,
  type Signer,
  toKeySet,
} from './signer.js'
export { generateSigningKey, type SigningKey } from './signing-key.js'
export { toDisplayName } from './to-display-name.js'
export { toIdEnding } from './to-id-ending.js'
export type { VenueFacts } from './venue-facts.js'
