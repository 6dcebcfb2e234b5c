import type { AuditStore } from '../store/store.js'
import { firstPreviousHash, hashAuditRow } from './hash-audit-row.js'

const pageSize = 500

/** Where a chain of the audit log breaks. */
export interface AuditFault {
  readonly chain: string
  /** The first row that is missing, moved or changed. */
  readonly seq: number
}

/**
 * Walks a chain from its first row and names the first one that was edited, deleted, swapped or
 * inserted. A cut tail shows only against a head kept elsewhere.
 *
 * @example
 * const fault = await findAuditFault(store.audit, 'main')
 * if (fault) console.error(`row ${fault.seq} of ${fault.chain} is not what was written`)
 */
export async function findAuditFault(
  audit: AuditStore,
  chain: string,
): Promise<AuditFault | undefined> {
  let previousHash = firstPreviousHash
  let seq = 1
  for (;;) {
    const rows = await audit.findRows(chain, seq, pageSize)
    for (const row of rows) {
      const isNext = row.seq === seq && row.previousHash === previousHash
      if (!isNext || (await hashAuditRow(row)) !== row.hash) return { chain, seq }
      previousHash = row.hash
      seq += 1
    }
    if (rows.length < pageSize) return undefined
  }
}
