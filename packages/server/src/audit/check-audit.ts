import type { AuditStore } from '../store/store.js'
import { type AuditFault, findAuditFault } from './find-audit-fault.js'
import type { AnchoredChain } from './walk-audit-rows.js'

/** What is kept, by chain. */
export type AuditHeads = ReadonlyMap<string, AnchoredChain>

const nothing: AnchoredChain = { heads: new Map(), cuts: new Set() }

/** What became of one chain. */
export interface CheckedChain {
  readonly chain: string
  /** The first row there is; 1 unless the chain was cut. */
  readonly firstSeq: number
  readonly rows: number
  readonly heads: number
  readonly fault: AuditFault | undefined
}

/** Walks every chain there is, in the table or among the heads. */
export async function checkAudit(audit: AuditStore, heads: AuditHeads): Promise<CheckedChain[]> {
  const chains = new Set([...(await audit.findChains()), ...heads.keys()])
  const checked: CheckedChain[] = []
  for (const chain of [...chains].sort()) {
    const known = heads.get(chain) ?? nothing
    const firstSeq = (await audit.findRows(chain, 1, 1))[0]?.seq ?? 1
    const lastSeq = (await audit.findLast(chain))?.seq ?? 0
    checked.push({
      chain,
      firstSeq,
      rows: lastSeq - firstSeq + 1,
      heads: known.heads.size,
      fault: await findAuditFault(audit, { chain, ...known }),
    })
  }
  return checked
}
