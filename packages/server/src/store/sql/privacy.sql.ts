import type { ErasedPerson, Erasure, ForgottenPerson, PrivacyStore } from '../store.js'
import type { Database, DatabaseTransaction } from './database.js'
import { insertEvents } from './feed.sql.js'
import { answerClaim } from './idempotency.sql.js'
import { revokeSlot } from './revoke-slot.sql.js'

export function createSqlPrivacy(db: Database): PrivacyStore {
  return {
    erase: (erasure, answer) =>
      db.transaction().execute(async (transaction) => {
        const { phoneIndex, declarations, isWhole, events } = erasure
        await answerClaim(transaction, answer)
        for (const { declarationId, people } of declarations) {
          await eraseDeclaration(transaction, phoneIndex, declarationId)
          for (const person of people) await erasePass(transaction, person, declarationId)
        }
        await insertEvents(transaction, events)
        await eraseAccount(transaction, phoneIndex)
        for (const person of listPeople(erasure)) {
          await forgetPerson(transaction, phoneIndex, person)
        }
        await eraseAccess(transaction, phoneIndex, answer.key)
        if (!isWhole) return
        await eraseVisits(transaction, phoneIndex)
        await transaction.deleteFrom('childLookup').where('phoneIndex', '=', phoneIndex).execute()
      }),
  }
}

const listPeople = ({ declarations, holder }: Erasure): ForgottenPerson[] => [
  ...declarations.flatMap(({ people }) => people),
  ...(holder ? [holder] : []),
]

async function eraseDeclaration(
  transaction: DatabaseTransaction,
  phoneIndex: string,
  declarationId: string,
): Promise<void> {
  for (const table of ['people', 'declarations'] as const) {
    await transaction
      .deleteFrom(table)
      .where('phoneIndex', '=', phoneIndex)
      .where('declarationId', '=', declarationId)
      .execute()
  }
  const events = await transaction
    .deleteFrom('feedEvents')
    .where('phoneIndex', '=', phoneIndex)
    .where('declarationId', '=', declarationId)
    .returning('eventId')
    .execute()
  for (const { eventId } of events) {
    await transaction.deleteFrom('feedDeliveries').where('eventId', '=', eventId).execute()
  }
  // their events go with them
  for (const table of ['arrivals', 'screenings'] as const) {
    await transaction.deleteFrom(table).where('declarationId', '=', declarationId).execute()
  }
}

async function erasePass(
  transaction: DatabaseTransaction,
  person: ErasedPerson,
  declarationId: string,
): Promise<void> {
  await revokeSlot(transaction, person)
  await transaction.deleteFrom('passLookup').where('passId', '=', person.passId).execute()
  await transaction
    .deleteFrom('personLookup')
    .where('personId', '=', person.personId)
    .where('declarationId', '=', declarationId)
    .execute()
}

/** Look-ups of what is gone, and the person altogether where nobody else names them. */
async function forgetPerson(
  transaction: DatabaseTransaction,
  phoneIndex: string,
  person: ForgottenPerson,
): Promise<void> {
  const { personId } = person
  const isForgotten = !(await isNamed(transaction, personId))
  if (isForgotten) await eraseImported(transaction, phoneIndex, person)
  for (const [lookup, table] of [
    ['arrivalLookup', 'arrivals'],
    ['screeningLookup', 'screenings'],
  ] as const) {
    const kept = await transaction
      .selectFrom(table)
      .select('declarationId')
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (!kept) await transaction.deleteFrom(lookup).where('personId', '=', personId).execute()
  }
  if (!isForgotten) return
  for (const documentIndex of person.documentIndexes) {
    await transaction
      .deleteFrom('idLookup')
      .where('documentIndex', '=', documentIndex)
      .where('personId', '=', personId)
      .execute()
  }
  await eraseVisits(transaction, personId)
}

/** What came from the national systems; of what health stations were told of it, that with this phone. */
async function eraseImported(
  transaction: DatabaseTransaction,
  phoneIndex: string,
  { personId, importSubjects }: ForgottenPerson,
): Promise<void> {
  for (const subject of importSubjects) {
    await transaction.deleteFrom('importedDeclarations').where('subject', '=', subject).execute()
  }
  await transaction
    .deleteFrom('screenings')
    .where('personId', '=', personId)
    .where('phoneIndex', '=', phoneIndex)
    .execute()
}

async function isNamed(transaction: DatabaseTransaction, personId: string): Promise<boolean> {
  for (const table of ['personLookup', 'accounts'] as const) {
    const row = await transaction
      .selectFrom(table)
      .select('phoneIndex')
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

/** Visits of a person or a phone, with the copies that other look-ups hold of them. */
async function eraseVisits(transaction: DatabaseTransaction, subject: string): Promise<void> {
  const visits = await transaction
    .deleteFrom('visitLookup')
    .where('subject', '=', subject)
    .returning(['venueCode', 'visitId', 'personId'])
    .execute()
  for (const { venueCode, visitId, personId } of visits) {
    await transaction
      .deleteFrom('visitLookup')
      .where('subject', '=', personId)
      .where('visitId', '=', visitId)
      .where('venueCode', '=', venueCode)
      .execute()
    await transaction
      .deleteFrom('visits')
      .where('venueCode', '=', venueCode)
      .where('visitId', '=', visitId)
      .execute()
  }
}

/** Sessions, challenges, and the stored answers but for the one of this call. */
async function eraseAccess(
  transaction: DatabaseTransaction,
  phoneIndex: string,
  keptKey: string,
): Promise<void> {
  await transaction.deleteFrom('sessions').where('phoneIndex', '=', phoneIndex).execute()
  await transaction.deleteFrom('otpChallenges').where('phoneIndex', '=', phoneIndex).execute()
  await transaction
    .deleteFrom('idempotency')
    .where('principal', '=', phoneIndex)
    .where('key', '<>', keptKey)
    .execute()
}

/** The account first: grants that are being saved wait for it, and then find none. */
async function eraseAccount(transaction: DatabaseTransaction, phoneIndex: string): Promise<void> {
  await transaction.deleteFrom('accounts').where('phoneIndex', '=', phoneIndex).execute()
  const grants = await transaction
    .deleteFrom('grants')
    .where('phoneIndex', '=', phoneIndex)
    .returning(['grantId', 'statusIndex', 'validUntil'])
    .execute()
  for (const grant of grants) {
    await revokeSlot(transaction, grant)
    await transaction.deleteFrom('grantLookup').where('grantId', '=', grant.grantId).execute()
  }
  await transaction.deleteFrom('venueStaff').where('phoneIndex', '=', phoneIndex).execute()
  await transaction.deleteFrom('staffLookup').where('phoneIndex', '=', phoneIndex).execute()
}
