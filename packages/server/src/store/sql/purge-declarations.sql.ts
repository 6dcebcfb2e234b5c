import type { Database } from './database.js'

const batchSize = 500

/** Deletes declarations whose passes ended by then, some at a time: nobody waits for a long lock. */
export async function purgeDeclarations(db: Database, endedBy: number): Promise<void> {
  for (;;) {
    const people = await db
      .selectFrom('people')
      .select(['phoneIndex', 'declarationId', 'personId', 'passId'])
      .where('validUntil', '<=', endedBy)
      .orderBy('validUntil')
      .limit(batchSize)
      .execute()
    for (const person of people) await purgePerson(db, person)
    if (people.length < batchSize) return
  }
}

interface Named {
  readonly phoneIndex: string
  readonly declarationId: string
  readonly personId: string
  readonly passId: string
}

/** The last of its people takes the declaration along. */
async function purgePerson(db: Database, person: Named): Promise<void> {
  const { phoneIndex, declarationId, personId, passId } = person
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('passLookup').where('passId', '=', passId).execute()
    await transaction
      .deleteFrom('people')
      .where('phoneIndex', '=', phoneIndex)
      .where('declarationId', '=', declarationId)
      .where('passId', '=', passId)
      .execute()
    // a child without a document is known by its declarer's phone, and only while it is declared
    await transaction
      .deleteFrom('childLookup')
      .where('phoneIndex', '=', phoneIndex)
      .where('personId', '=', personId)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('people')
              .select('passId')
              .where('people.phoneIndex', '=', phoneIndex)
              .where('people.personId', '=', personId),
          ),
        ),
      )
      .execute()
    await transaction
      .deleteFrom('personLookup')
      .where('personId', '=', personId)
      .where('declarationId', '=', declarationId)
      .execute()
    await transaction
      .deleteFrom('declarations')
      .where('phoneIndex', '=', phoneIndex)
      .where('declarationId', '=', declarationId)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('people')
              .select('passId')
              .where('people.phoneIndex', '=', phoneIndex)
              .where('people.declarationId', '=', declarationId),
          ),
        ),
      )
      .execute()
  })
}
