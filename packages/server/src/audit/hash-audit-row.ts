import { digest as webDigest } from '../identifiers.js'
import type { AuditRow } from '../store/store.js'
import type { Vault } from '../vault.js'

/** What the first row of a chain follows. */
export const firstPreviousHash = ''

/** Names a row by all it says and by its predecessor, so none can be changed, moved or left out. */
export function hashAuditRow(
  row: Omit<AuditRow, 'hash'>,
  digest: Vault['digest'] = webDigest,
): Promise<string> {
  return digest(
    JSON.stringify([
      row.previousHash,
      row.chain,
      row.seq,
      row.at,
      row.officerId,
      row.action,
      row.reason,
      row.post,
      row.subjectIndex,
      row.outcome,
      row.sealed,
    ]),
  )
}
