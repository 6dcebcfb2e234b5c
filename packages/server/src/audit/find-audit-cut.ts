import type { AuditRow, AuditStore } from '../store/store.js'

const pageSize = 500

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
  for (;;) {
    const rows = await audit.findRows(chain, (candidate?.seq ?? 0) + 1, pageSize)
    for (const row of rows) {
      cut = candidate
      if (row.at >= before) return cut
      candidate = row
    }
    if (rows.length < pageSize) return cut
  }
}
