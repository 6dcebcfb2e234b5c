import type { AuditRow, AuditStore } from '../store/store.js'

const pageSize = 500

/** The rows of a chain in their order, page by page. */
export async function* readAuditRows(
  audit: Pick<AuditStore, 'findRows'>,
  chain: string,
): AsyncGenerator<AuditRow> {
  let page: AuditRow[] = []
  do {
    page = await audit.findRows(chain, (page.at(-1)?.seq ?? 0) + 1, pageSize)
    yield* page
  } while (page.length === pageSize)
}
