import type { AuditRow, AuditStore } from '../store/store.js'
import { firstPreviousHash, hashAuditRow } from './hash-audit-row.js'

const pageSize = 500

/** A chain of the audit log to walk. */
export interface AuditedChain {
  readonly chain: string
  /** Hashes by row number, as an anchor outside the table kept them. @defaultValue none */
  readonly heads?: ReadonlyMap<number, string> | undefined
  /** Rows up to which the chain was cut on purpose, of which `heads` has the hashes. @defaultValue none */
  readonly cuts?: ReadonlySet<number> | undefined
}

/** Where a chain of the audit log breaks. */
export interface AuditFault {
  readonly chain: string
  /** The first row that is missing, moved or changed. */
  readonly seq: number
  /**
   * `missing`: there is none of this number; `moved`: it does not follow the row before it; `changed`: it
   * says something else than its hash; `rewritten`: the chain holds, but the anchor knew another row here;
   * `cut`: the anchor knows rows from here on, and there are none.
   */
  readonly kind: 'missing' | 'moved' | 'changed' | 'rewritten' | 'cut'
}

/**
 * Walks a chain from its first row and names the first one that was edited, deleted, swapped or
 * inserted. A cut tail, or a chain written anew, shows only against heads kept elsewhere: see
 * {@link AuditAnchor}. A chain may begin behind one of its `cuts`, and nowhere else but at row 1.
 *
 * @example
 * const fault = await findAuditFault(store.audit, { chain: 'main' })
 * if (fault) console.error(`row ${fault.seq} of ${fault.chain}: ${fault.kind}`)
 */
export async function findAuditFault(
  audit: Pick<AuditStore, 'findRows'>,
  { chain, heads = new Map(), cuts = new Set() }: AuditedChain,
): Promise<AuditFault | undefined> {
  const [first] = await audit.findRows(chain, 1, 1)
  const cutAt = findCutBefore(first, cuts)
  let previousHash = heads.get(cutAt) ?? firstPreviousHash
  let seq = cutAt + 1
  for (;;) {
    const rows = await audit.findRows(chain, seq, pageSize)
    for (const row of rows) {
      const kind = await findFaultOfRow(row, { seq, previousHash, head: heads.get(seq) })
      if (kind) return { chain, seq, kind }
      previousHash = row.hash
      seq += 1
    }
    if (rows.length < pageSize) break
  }
  const isCut = [...heads.keys()].some((known) => known >= seq)
  return isCut ? { chain, seq, kind: 'cut' } : undefined
}

/** The row behind which the chain has to begin: 0 where it is whole. */
function findCutBefore(first: AuditRow | undefined, cuts: ReadonlySet<number>): number {
  return Math.max(0, ...[...cuts].filter((cut) => first === undefined || cut < first.seq))
}

interface Expected {
  readonly seq: number
  readonly previousHash: string
  readonly head: string | undefined
}

async function findFaultOfRow(
  row: AuditRow,
  { seq, previousHash, head }: Expected,
): Promise<AuditFault['kind'] | undefined> {
  if (row.seq !== seq) return 'missing'
  if (row.previousHash !== previousHash) return 'moved'
  if ((await hashAuditRow(row)) !== row.hash) return 'changed'
  return head !== undefined && head !== row.hash ? 'rewritten' : undefined
}
