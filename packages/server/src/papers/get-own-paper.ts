import { KbytError } from '@kbyt/sdk'
import type { OfficerRole } from '@kbyt/sdk/schema'
import type { OfficerRow, PaperRow, Store } from '../store/store.js'

/** They work off one pile; an officer of a locality sees what was handed to them. */
const rolesWithOnePile: readonly OfficerRole[] = ['checkpoint', 'clinic', 'province']

/** Whose papers an officer works off; undefined for everybody's. */
export const toPaperOwner = ({ role, officerId }: OfficerRow) =>
  rolesWithOnePile.includes(role) ? undefined : officerId

/** @throws {KbytError} `not_found` alike for no paper and one on another officer's pile. */
export async function getOwnPaper(
  { papers }: Pick<Store, 'papers'>,
  paperId: string,
  officer: OfficerRow,
): Promise<PaperRow> {
  const owner = toPaperOwner(officer)
  const row = await papers.findPaper(paperId)
  if (!row || (owner !== undefined && row.receivedBy !== owner)) throw new KbytError('not_found')
  return row
}
