import type { AuditStore } from '../store/store.js'
import { readAuditRows } from './read-audit-rows.js'
import { walkAuditRows } from './walk-audit-rows.js'

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
  const { seq, kind } = await walkAuditRows(readAuditRows(audit, chain), { heads, cuts })
  if (kind) return { chain, seq, kind }
  const isCut = [...heads.keys()].some((known) => known >= seq)
  return isCut ? { chain, seq, kind: 'cut' } : undefined
}
