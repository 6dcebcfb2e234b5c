import { toStatusSlot } from '../status-slot.js'
import type { DeclarationStore, PersonKey } from '../store.js'
import { toKeptUntil } from '../to-kept-until.js'
import type { Database } from './database.js'
import { keepLonger } from './keep-longer.sql.js'

type PeopleStore = Pick<
  DeclarationStore,
  'resolvePerson' | 'findPerson' | 'claimStatusList' | 'claimStatusIndex'
>

/** Who a person is, and which slot of a status list their pass takes. */
export function createSqlPeople(db: Database): PeopleStore {
  return {
    resolvePerson: (key, proposedId, keptUntil) =>
      key.by === 'document'
        ? resolveByDocument(db, key.index, proposedId, toKeptUntil(keptUntil))
        : resolveChild(db, key, proposedId),

    async findPerson(documentIndex) {
      return (await findByDocument(db, documentIndex))?.personId
    },

    async claimStatusList(node) {
      for (;;) {
        const list = (await findStatusList(db, node)) ?? (await takeStatusList(db, node))
        if (list !== undefined) return list // else another node was faster: take the next one
      }
    },

    async claimStatusIndex(statusIndex, passId, validUntil) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('statusSlots')
        .values({ ...toStatusSlot(statusIndex), passId, validUntil })
        .onConflict((conflict) => conflict.columns(['list', 'slot']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}

async function resolveByDocument(
  db: Database,
  documentIndex: string,
  proposedId: string,
  keptUntil: number,
): Promise<string> {
  const known = await findByDocument(db, documentIndex)
  if (known && known.keptUntil >= keptUntil) return known.personId
  const { personId } = await db
    .insertInto('idLookup')
    .values({ documentIndex, personId: proposedId, keptUntil })
    .onConflict((conflict) => conflict.column('documentIndex').doUpdateSet(keepLonger))
    .returning('personId')
    .executeTakeFirstOrThrow()
  return personId
}

function findByDocument(db: Database, documentIndex: string) {
  return db
    .selectFrom('idLookup')
    .select(['personId', 'keptUntil'])
    .where('documentIndex', '=', documentIndex)
    .executeTakeFirst()
}

type ChildKey = Extract<PersonKey, { by: 'child' }>

// dispatch 391, I.4.b: nine zeros belong to many children, so one is known under its declarer only
async function resolveChild(db: Database, { phoneIndex, index }: ChildKey, personId: string) {
  await db
    .insertInto('childLookup')
    .values({ phoneIndex, childIndex: index, personId })
    .onConflict((conflict) => conflict.columns(['phoneIndex', 'childIndex']).doNothing())
    .execute()
  const row = await db
    .selectFrom('childLookup')
    .select('personId')
    .where('phoneIndex', '=', phoneIndex)
    .where('childIndex', '=', index)
    .executeTakeFirst()
  return row?.personId ?? personId
}

async function findStatusList(db: Database, node: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('statusLists')
    .select('list')
    .where('node', '=', node)
    .executeTakeFirst()
  return row?.list
}

async function takeStatusList(db: Database, node: string): Promise<number | undefined> {
  const last = await db
    .selectFrom('statusLists')
    .select((select) => select.fn.max('list').as('list'))
    .executeTakeFirst()
  const row = await db
    .insertInto('statusLists')
    .values({ list: (last?.list ?? -1) + 1, node })
    .onConflict((conflict) => conflict.doNothing())
    .returning('list')
    .executeTakeFirst()
  return row?.list
}
