import type { OfficerRow } from '../store/store.js'

/** Whose Idempotency-Keys they are: an officer's, whatever the session. */
export const toOfficerPrincipal = ({ officerId }: OfficerRow) => `officer ${officerId}`
