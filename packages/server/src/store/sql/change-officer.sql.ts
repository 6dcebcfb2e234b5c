import { canAdminister } from '../can-administer.js'
import type { DialectTraits } from '../dialects/dialect.js'
import type { OfficerChanges, OfficerRefusal, OfficerRow } from '../store.js'
import { officerColumns } from './columns.js'
import type { Database, DatabaseTransaction } from './database.js'
import { toOfficerColumns, toOfficerRow } from './officer-row.js'

interface OfficerChange {
  readonly officerId: string
  readonly changes: OfficerChanges
  readonly endsSessions: boolean
}

/** Changes an account unless that leaves no administrator; administrators are locked meanwhile. */
export function changeOfficer(
  db: Database,
  traits: DialectTraits,
  { officerId, changes, endsSessions }: OfficerChange,
): Promise<OfficerRow | OfficerRefusal> {
  return db.transaction().execute(async (transaction) => {
    const others = (await lockOfficers(transaction, traits, officerId)).map(toOfficerRow)
    const before = others.find((officer) => officer.officerId === officerId)
    if (!before) return 'absent'
    const sessionEpoch = before.sessionEpoch + (endsSessions ? 1 : 0)
    const after = { ...before, ...changes, sessionEpoch }
    const isLastLost = canAdminister(before) && !canAdminister(after)
    if (isLastLost && others.filter(canAdminister).length === 1) return 'last-administrator'
    if (await isIdentityTaken(transaction, after)) return 'identity-taken'
    await transaction
      .updateTable('officers')
      .set({ ...toOfficerColumns(changes), sessionEpoch })
      .where('officerId', '=', officerId)
      .execute()
    if (endsSessions) {
      await transaction.deleteFrom('officerSessions').where('officerId', '=', officerId).execute()
    }
    return after
  })
}

/** The account and every administrator, in one order, so that two of these never wait for each other. */
const lockOfficers = (
  transaction: DatabaseTransaction,
  { canSkipLocked }: DialectTraits,
  officerId: string,
) =>
  transaction
    .selectFrom('officers')
    .select(officerColumns)
    .where(({ eb, or }) => or([eb('role', '=', 'administrator'), eb('officerId', '=', officerId)]))
    .orderBy('officerId')
    .$if(canSkipLocked, (query) => query.forUpdate())
    .execute()

async function isIdentityTaken(
  transaction: DatabaseTransaction,
  { officerId, oidcIssuer, oidcSubject }: OfficerRow,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('officers')
    .select('officerId')
    .where('oidcIssuer', '=', oidcIssuer)
    .where('oidcSubject', '=', oidcSubject)
    .where('officerId', '<>', officerId)
    .executeTakeFirst()
  return other !== undefined
}
