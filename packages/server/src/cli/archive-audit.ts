import { open } from 'node:fs/promises'
import { readAuditRows } from '../audit/read-audit-rows.js'
import type { AuditRow, AuditStore } from '../store/store.js'
import { UsageError } from './usage-error.js'

/**
 * Writes the rows of chains up to a row of each into a new file for its owner alone, a line of JSON
 * each, as the table has them. They are on the disk when it answers.
 *
 * @throws {UsageError} when the file exists.
 */
export async function archiveAudit(
  audit: Pick<AuditStore, 'findRows'>,
  cuts: readonly AuditRow[],
  path: string,
): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error) => {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
    throw new UsageError(`${path} exists: an archive takes nothing's place`, { cause: error })
  })
  try {
    await file.writeFile(toLines(audit, cuts))
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function* toLines(audit: Pick<AuditStore, 'findRows'>, cuts: readonly AuditRow[]) {
  for (const cut of cuts) {
    for await (const row of readAuditRows(audit, cut.chain)) {
      if (row.seq > cut.seq) break
      yield `${JSON.stringify(row)}\n`
    }
  }
}
