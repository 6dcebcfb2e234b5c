import type {
  Consequences,
  DeclarationRow,
  DeclarationStore,
  DeclarationWithPeople,
} from '../store.js'
import { cancelArrivals, keepArrivals } from './arrival-succession.sql.js'
import { declarationColumns, personColumns } from './columns.js'
import type { Database, DatabaseTransaction, Tables } from './database.js'
import { insertEvents } from './feed.sql.js'
import { answerClaim } from './idempotency.sql.js'
import { keepKnown } from './known-people.sql.js'
import { padList } from './pad-list.js'
import { enterPaper } from './papers.sql.js'
import { createSqlPeople } from './people.sql.js'
import { prepareQuery, type Slots } from './prepare-query.js'
import { revokeSlot } from './revoke-slot.sql.js'
import { keepScreenings } from './screening-succession.sql.js'
import { together } from './together.js'

export function createSqlDeclarations(db: Database): DeclarationStore {
  return {
    ...createSqlPeople(db),

    saveDeclaration: (filed, answer, consequences) =>
      db.transaction().execute(async (transaction) => {
        const { arrivals, screenings, events, known, contact, paper } = consequences
        await together(
          answerClaim(transaction, answer),
          keepKnown(transaction, known),
          insertDeclaration.write(transaction, filed),
          insertPeople(transaction, filed),
          insertEvents(transaction, events),
        )
        await keepArrivals(transaction, arrivals)
        await keepScreenings(transaction, screenings)
        if (contact) await insertContact(transaction, filed, contact)
        if (paper) await enterPaper(transaction, paper)
      }),

    async findDeclarations(phoneIndex, limit) {
      const declarations = await db
        .selectFrom('declarations')
        .select(declarationColumns)
        .where('phoneIndex', '=', phoneIndex)
        .orderBy('declaredAt', 'desc')
        .orderBy('declarationId', 'desc')
        .limit(limit)
        .execute()
      return joinPeople(db, phoneIndex, declarations)
    },

    async findByContact(contactIndex) {
      const found = await db
        .selectFrom('contactLookup')
        .select(['phoneIndex', 'declarationId'])
        .where('contactIndex', '=', contactIndex)
        .execute()
      return findAll(db, found)
    },

    async findOfPerson(personId) {
      const named = await db
        .selectFrom('personLookup')
        .select(['phoneIndex', 'declarationId'])
        .where('personId', '=', personId)
        .execute()
      return findAll(db, named)
    },

    findDeclaration: (phoneIndex, declarationId) => findOne(db, phoneIndex, declarationId),

    withdrawDeclaration: (phoneIndex, declarationId, nowMs, answer, events) =>
      db.transaction().execute(async (transaction) => {
        const found = await findOne(transaction, phoneIndex, declarationId)
        if (!found) return undefined
        await answerClaim(transaction, answer)
        const isFirst = await withdraw(transaction, found, nowMs)
        await cancelArrivals(transaction, found)
        if (isFirst) await insertEvents(transaction, events)
        return findOne(transaction, phoneIndex, declarationId)
      }),

    async findNewestOfPerson(personId, kind) {
      const newest = await findNewest.findFirst(db, { personId, kind })
      return newest && findOne(db, newest.phoneIndex, newest.declarationId)
    },

    async findByPass(passId) {
      const pass = await db
        .selectFrom('passLookup')
        .select(['phoneIndex', 'declarationId'])
        .where('passId', '=', passId)
        .executeTakeFirst()
      return pass && findOne(db, pass.phoneIndex, pass.declarationId)
    },
  }
}

async function insertPeople(
  transaction: DatabaseTransaction,
  { declaration, people }: DeclarationWithPeople,
): Promise<void> {
  const { phoneIndex, declarationId, kind, declaredAt, withdrawnAt } = declaration
  const passes = people.map(({ passId }) => ({ passId, phoneIndex, declarationId }))
  const named = [...new Set(people.map(({ personId }) => personId))].map((personId) => ({
    personId,
    declarationId,
    phoneIndex,
    kind,
    declaredAt,
    withdrawnAt,
  }))
  await together(
    insertInto.people.write(transaction, { rows: people }),
    insertInto.passes.write(transaction, { rows: passes }),
    insertInto.named.write(transaction, { rows: named }),
  )
}

const insertDeclaration = prepareQuery(
  (db, { declaration }: Slots<Pick<DeclarationWithPeople, 'declaration'>>) =>
    db.insertInto('declarations').values(declaration),
)

type Rows<Table extends keyof Tables> = Slots<{ rows: readonly Tables[Table][] }>

const insertInto = {
  people: prepareQuery((db, { rows }: Rows<'people'>) => db.insertInto('people').values(rows)),
  passes: prepareQuery((db, { rows }: Rows<'passLookup'>) =>
    db.insertInto('passLookup').values(rows),
  ),
  named: prepareQuery((db, { rows }: Rows<'personLookup'>) =>
    db.insertInto('personLookup').values(rows),
  ),
}

const findNewest = prepareQuery(
  (db, { personId, kind }: Slots<{ personId: string; kind: DeclarationRow['kind'] }>) =>
    db
      .selectFrom('personLookup')
      .select(['phoneIndex', 'declarationId'])
      .where('personId', '=', personId)
      .where('kind', '=', kind)
      .orderBy((sort) => sort.case().when('withdrawnAt', 'is', null).then(0).else(1).end())
      .orderBy('declaredAt', 'desc')
      .orderBy('declarationId', 'desc')
      .limit(1),
)

/** Whether it was not withdrawn before. */
async function withdraw(
  transaction: DatabaseTransaction,
  { declaration, people }: DeclarationWithPeople,
  withdrawnAt: number,
): Promise<boolean> {
  const { phoneIndex, declarationId } = declaration
  const { numUpdatedRows } = await transaction
    .updateTable('declarations')
    .set({ withdrawnAt })
    .where('phoneIndex', '=', phoneIndex)
    .where('declarationId', '=', declarationId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  for (const person of people) {
    await revokeSlot(transaction, person)
    await transaction
      .updateTable('personLookup')
      .set({ withdrawnAt })
      .where('personId', '=', person.personId)
      .where('declarationId', '=', declarationId)
      .where('withdrawnAt', 'is', null)
      .execute()
  }
  return numUpdatedRows > 0n
}

async function findOne(
  db: Database,
  phoneIndex: string,
  declarationId: string,
): Promise<DeclarationWithPeople | undefined> {
  const [declaration, people] = await Promise.all([
    findDeclaration.findFirst(db, { phoneIndex, declarationId }),
    findPeople.findAll(db, { phoneIndex, ids: [declarationId] }),
  ])
  return declaration && { declaration, people }
}

/** Each on a shard of its own. */
async function findAll(db: Database, keys: readonly DeclarationKey[]) {
  const found = keys.map(({ phoneIndex, declarationId }) => findOne(db, phoneIndex, declarationId))
  return (await Promise.all(found)).filter((each) => each !== undefined)
}

type DeclarationKey = Pick<DeclarationRow, 'phoneIndex' | 'declarationId'>

async function insertContact(
  transaction: DatabaseTransaction,
  { declaration: { phoneIndex, declarationId } }: DeclarationWithPeople,
  contact: NonNullable<Consequences['contact']>,
): Promise<void> {
  await transaction
    .insertInto('contactLookup')
    .values({ ...contact, phoneIndex, declarationId })
    .execute()
}

const findDeclaration = prepareQuery(
  (db, { phoneIndex, declarationId }: Slots<Record<'phoneIndex' | 'declarationId', string>>) =>
    db
      .selectFrom('declarations')
      .select(declarationColumns)
      .where('phoneIndex', '=', phoneIndex)
      .where('declarationId', '=', declarationId),
)

/** Two reads of one shard instead of a join: the sealed declaration comes once, not once a person. */
async function joinPeople(
  db: Database,
  phoneIndex: string,
  declarations: readonly DeclarationRow[],
): Promise<DeclarationWithPeople[]> {
  if (declarations.length === 0) return []
  const ids = declarations.map(({ declarationId }) => declarationId)
  const people = await findPeople.findAll(db, { phoneIndex, ids: padList(ids) })
  return declarations.map((declaration) => ({
    declaration,
    people: people.filter(({ declarationId }) => declarationId === declaration.declarationId),
  }))
}

const findPeople = prepareQuery(
  (db, { phoneIndex, ids }: Slots<{ phoneIndex: string; ids: readonly string[] }>) =>
    db
      .selectFrom('people')
      .select(personColumns)
      .where('phoneIndex', '=', phoneIndex)
      .where('declarationId', 'in', ids)
      .orderBy('position'),
)
