import type { OfficerRow } from '../store/store.js'

/**
 * Whose Idempotency-Keys they are: an officer's, whatever the session, as long as role and areas are
 * the same. An answer that was given before they changed is not given again (ATTACKS 91).
 */
export const toOfficerPrincipal = ({ officerId, role, areas, venueCode }: OfficerRow) =>
  ['officer', officerId, role, areas.join(','), venueCode ?? ''].join(' ')
