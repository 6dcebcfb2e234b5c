import type { ErasedPhone, Erasure, PrivacyStore } from '../store.js'
import type { Database, DatabaseTransaction } from './database.js'
import { eraseDeclaration } from './erase-declaration.sql.js'
import { erasePhone } from './erase-phone.sql.js'
import { eraseVisits } from './erase-visits.sql.js'
import { insertEvents } from './feed.sql.js'
import { forgetPerson, lockDocuments } from './forget-person.sql.js'
import { answerClaim } from './idempotency.sql.js'
import { leaveVenues } from './leave-venues.sql.js'
import { toList } from './to-list.js'

/** Undoes the transaction around it. */
class OutdatedErasure extends Error {}

export function createSqlPrivacy(db: Database): PrivacyStore {
  return {
    async erase(erasure, answer) {
      try {
        await db.transaction().execute(async (transaction) => {
          await answerClaim(transaction, answer)
          await eraseAll(transaction, erasure, answer.key)
        })
        return true
      } catch (error) {
        if (error instanceof OutdatedErasure) return false
        throw error
      }
    },
  }
}

/** Documents first: whoever declares one of these people comes before or after, never in between. */
async function eraseAll(
  transaction: DatabaseTransaction,
  { at, phone, declarations, people, importSubjects, events }: Erasure,
  keptKey: string,
): Promise<void> {
  await lockDocuments(transaction, people)
  for (const declaration of declarations) await eraseDeclaration(transaction, declaration)
  await insertEvents(transaction, events)
  if (phone) {
    const areLeft = await leaveVenues(transaction, phone, at)
    if (!areLeft) throw new OutdatedErasure()
    await erasePhone(transaction, phone.phoneIndex, keptKey)
    if (phone.keptDeclarations.length === 0) await eraseTraces(transaction, phone.phoneIndex)
  }
  // before the people, who stay while anything lies under their documents
  await eraseImported(transaction, importSubjects)
  for (const person of people) await forgetPerson(transaction, person, phone?.phoneIndex)
  // last, so that it sees whatever was declared before these rows were locked
  if (phone && !(await isWhole(transaction, phone))) throw new OutdatedErasure()
}

async function eraseImported(
  transaction: DatabaseTransaction,
  subjects: readonly string[],
): Promise<void> {
  await transaction
    .deleteFrom('importedDeclarations')
    .where('subject', 'in', toList(subjects))
    .execute()
}

async function eraseTraces(transaction: DatabaseTransaction, phoneIndex: string): Promise<void> {
  await eraseVisits(transaction, phoneIndex)
  await transaction.deleteFrom('childLookup').where('phoneIndex', '=', phoneIndex).execute()
}

/** Whether of the phone's declarations none is left but those to keep. */
async function isWhole(
  transaction: DatabaseTransaction,
  { phoneIndex, keptDeclarations }: ErasedPhone,
): Promise<boolean> {
  const own = await transaction
    .selectFrom('declarations')
    .select('declarationId')
    .where('phoneIndex', '=', phoneIndex)
    .execute()
  const written = await transaction
    .selectFrom('contactLookup')
    .select('declarationId')
    .where('contactIndex', '=', phoneIndex)
    .execute()
  return [...own, ...written].every(({ declarationId }) => keptDeclarations.includes(declarationId))
}
