import type { AuditEntry } from '@kbyt/sdk/schema'
import type { AuditRow } from '../store/store.js'

/** A row as an administrator reads it: what is sealed stays sealed. */
export function toAuditEntry(row: AuditRow): AuditEntry {
  const { chain, seq, at, officerId, action, reason, post, outcome, hash } = row
  return {
    chain,
    seq,
    at: new Date(at).toISOString(),
    ...(officerId !== null && { officerId }),
    action,
    ...(reason !== null && { reason }),
    ...(post !== null && { post }),
    outcome,
    hash,
  }
}
