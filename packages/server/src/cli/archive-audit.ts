import { open } from 'node:fs/promises'
import type { AuditRow, AuditStore } from '../store/store.js'
import { UsageError } from './usage-error.js'

const pageSize = 500

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
    for (const cut of cuts) {
      for await (const rows of readUpTo(audit, cut)) {
        await file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      }
    }
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function* readUpTo(audit: Pick<AuditStore, 'findRows'>, { chain, seq }: AuditRow) {
  let from = 1
  while (from <= seq) {
    const page = await audit.findRows(chain, from, pageSize)
    yield page.filter((row) => row.seq <= seq)
    from = (page.at(-1)?.seq ?? seq) + 1
  }
}
