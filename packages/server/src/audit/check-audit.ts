import type { AuditStore } from '../store/store.js'
import { type AuditFault, findAuditFault } from './find-audit-fault.js'

/** Heads by chain and row number. */
export type AuditHeads = ReadonlyMap<string, ReadonlyMap<number, string>>

/** What became of one chain. */
export interface CheckedChain {
  readonly chain: string
  readonly rows: number
  readonly heads: number
  readonly fault: AuditFault | undefined
}

/** Walks every chain there is, in the table or among the heads. */
export async function checkAudit(audit: AuditStore, heads: AuditHeads): Promise<CheckedChain[]> {
  const chains = new Set([...(await audit.findChains()), ...heads.keys()])
  const checked: CheckedChain[] = []
  for (const chain of [...chains].sort()) {
    const known = heads.get(chain) ?? new Map<number, string>()
    checked.push({
      chain,
      rows: (await audit.findLast(chain))?.seq ?? 0,
      heads: known.size,
      fault: await findAuditFault(audit, { chain, heads: known }),
    })
  }
  return checked
}
