export type { Account, GrantList, GrantRequest, NewAccount } from '../schema/account.js'
export type {
  CardPhoto,
  CardReading,
  Verification,
  VerificationPhotos,
} from '../schema/verification.js'
export { createAccount } from './create-account.js'
export { createBrowserHolderStore } from './create-browser-holder-store.js'
export { createMemoryHolderStore } from './create-memory-holder-store.js'
export { type CreateMyQrOptions, createMyQr, type MyQrSource } from './create-my-qr.js'
export { getAccount } from './get-account.js'
export { getGrants } from './get-grants.js'
export type { HolderKey, HolderKeyStore } from './holder-key.js'
export { openHolderKey } from './open-holder-key.js'
export { readCard } from './read-card.js'
export { type DrawnQr, type RedrawMyQrOptions, redrawMyQr } from './redraw-my-qr.js'
export { updateAccount } from './update-account.js'
export { verifyAccount } from './verify-account.js'
