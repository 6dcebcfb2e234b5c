import type { AuditStore } from '../store/store.js'
import { firstPreviousHash, hashAuditRow } from './hash-audit-row.js'

const pageSize = 500

/** A chain of the audit log to walk. */
export interface AuditedChain {
  readonly chain: string
  /** The newest row known from outside the table. */
  readonly head?: { readonly seq: number; readonly hash: string } | undefined
}

/** Where a chain of the audit log breaks. */
export interface AuditFault {
  readonly chain: string
  /** The first row that is missing, moved or changed. */
  readonly seq: number
}

/**
 * Walks a chain from its first row and names the first one that was edited, deleted, swapped or
 * inserted. A cut tail, or a chain written anew, shows only against a head kept elsewhere: the log has
 * one for each row (`audit_head`).
 *
 * @example
 * const head = { seq: 812, hash: 'as the log has it' }
 * const fault = await findAuditFault(store.audit, { chain: 'main', head })
 * if (fault) console.error(`row ${fault.seq} of ${fault.chain} is not what was written`)
 */
export async function findAuditFault(
  audit: AuditStore,
  { chain, head }: AuditedChain,
): Promise<AuditFault | undefined> {
  let previousHash = firstPreviousHash
  let seq = 1
  for (;;) {
    const rows = await audit.findRows(chain, seq, pageSize)
    for (const row of rows) {
      const isNext = row.seq === seq && row.previousHash === previousHash
      if (!isNext || (await hashAuditRow(row)) !== row.hash) return { chain, seq }
      if (seq === head?.seq && row.hash !== head.hash) return { chain, seq }
      previousHash = row.hash
      seq += 1
    }
    if (rows.length < pageSize) return head && seq <= head.seq ? { chain, seq } : undefined
  }
}
