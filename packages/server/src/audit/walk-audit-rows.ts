import type { AuditRow } from '../store/store.js'
import type { AuditFault } from './find-audit-fault.js'
import { firstPreviousHash, hashAuditRow } from './hash-audit-row.js'

/** What an anchor outside the table keeps of a chain. */
export interface AnchoredChain {
  /** Hashes by row number. */
  readonly heads: ReadonlyMap<number, string>
  /** Rows up to which it was cut on purpose; `heads` has the hash of each. */
  readonly cuts: ReadonlySet<number>
}

/** How far the rows of a chain follow one another. */
interface Walked {
  readonly rows: number
  /** The row that is wrong, else the one after the last. */
  readonly seq: number
  readonly kind: AuditFault['kind'] | undefined
}

/** Walks rows of one chain in their order, from row 1 or from behind one of its cuts. */
export async function walkAuditRows(
  rows: AsyncIterable<AuditRow>,
  { heads, cuts }: AnchoredChain,
): Promise<Walked> {
  let seq = findStart(cuts, Number.POSITIVE_INFINITY)
  let previousHash = heads.get(seq - 1) ?? firstPreviousHash
  let count = 0
  for await (const row of rows) {
    if (count === 0) {
      seq = findStart(cuts, row.seq)
      previousHash = heads.get(seq - 1) ?? firstPreviousHash
    }
    const kind = await findFaultOfRow(row, { seq, previousHash, head: heads.get(seq) })
    if (kind) return { rows: count, seq, kind }
    previousHash = row.hash
    seq += 1
    count += 1
  }
  return { rows: count, seq, kind: undefined }
}

/** The row that the chain has to begin with, when its first one is `firstSeq`. */
function findStart(cuts: ReadonlySet<number>, firstSeq: number): number {
  return Math.max(0, ...[...cuts].filter((cut) => cut < firstSeq)) + 1
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
