import type { Officer } from '@kbyt/sdk/schema'
import type { OfficerRow } from '../store/store.js'

/** The officer as the console sees them: no hash, no secret. */
export function toOfficer(row: OfficerRow): Officer {
  const { officerId, username, displayName, role, areas, defaultPost, defaultReason } = row
  const defaults =
    defaultPost !== null && defaultReason !== null
      ? { defaults: { post: defaultPost, reason: defaultReason } }
      : {}
  return { officerId, username, displayName, role, areas: [...areas], ...defaults }
}
