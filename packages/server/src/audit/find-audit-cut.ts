import type { AuditRow, AuditStore } from '../store/store.js'
import { readAuditRows } from './read-audit-rows.js'

/**
 * The last row of those at a chain's beginning that are all older than an instant; never the last of
 * the chain, which the next one follows.
 */
export async function findAuditCut(
  audit: Pick<AuditStore, 'findRows'>,
  { chain, before }: { readonly chain: string; readonly before: number },
): Promise<AuditRow | undefined> {
  let cut: AuditRow | undefined
  let candidate: AuditRow | undefined
  for await (const row of readAuditRows(audit, chain)) {
    cut = candidate
    if (row.at >= before) break
    candidate = row
  }
  return cut
}
