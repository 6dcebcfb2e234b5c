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
  /** The first row after the last head: nothing outside the table says who wrote it. */
  readonly uncovered: number | undefined
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
      uncovered: findUncovered(known, lastSeq),
      fault: await findAuditFault(audit, { chain, ...known }),
    })
  }
  return checked
}

function findUncovered({ heads }: AnchoredChain, lastSeq: number): number | undefined {
  const lastHead = [...heads.keys()].reduce((last, seq) => Math.max(last, seq), 0)
  return lastHead > 0 && lastHead < lastSeq ? lastHead + 1 : undefined
}
