import type { Officer } from '@kbyt/sdk/schema'
import type { OfficerRow } from '../store/store.js'

/** The officer as the console sees them: no hash, no secret. */
export function toOfficer(row: OfficerRow): Officer {
  const { officerId, username, displayName, role, areas, venueCode } = row
  return {
    officerId,
    username,
    displayName,
    role,
    areas: [...areas],
    ...(venueCode !== null && { venueCode }),
    ...toDefaults(row),
  }
}

/** Nothing before the first choice. */
function toDefaults(row: OfficerRow): Pick<Officer, 'defaults'> {
  const { defaultPost: post, defaultReason: reason } = row
  const { defaultDirection: direction, defaultTab: tab } = row
  if (post === null || reason === null) return {}
  return {
    defaults: {
      post,
      reason,
      ...(direction !== null && { direction }),
      ...(tab !== null && { tab }),
    },
  }
}
