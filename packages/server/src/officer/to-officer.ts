import type { Officer } from '@kbyt/sdk/schema'
import type { OfficerRow } from '../store/store.js'

/** The officer as the console sees them: no hash, no secret. */
export function toOfficer(row: OfficerRow): Officer {
  const { officerId, username, displayName, role, areas, venueCode } = row
  const { defaultPost: post, defaultReason: reason } = row
  return {
    officerId,
    username,
    displayName,
    role,
    areas: [...areas],
    ...(venueCode !== null && { venueCode }),
    ...(post !== null && reason !== null && { defaults: { post, reason } }),
  }
}
