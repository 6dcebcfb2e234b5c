import { toStatusSlot } from '../status-slot.js'
import type { DeclarationStore, PersonKey } from '../store.js'
import { toKeptUntil } from '../to-kept-until.js'
import type { Database, Tables } from './database.js'
import { keepLonger } from './keep-longer.sql.js'
import { padList } from './pad-list.js'
import { prepareQuery, type Slots } from './prepare-query.js'

type PeopleStore = Pick<
  DeclarationStore,
  'resolvePerson' | 'findPerson' | 'findPeople' | 'claimStatusList' | 'claimStatusIndex'
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

    async findPeople(documentIndexes) {
      if (documentIndexes.length === 0) return []
      const found = await findByDocuments.findAll(db, { indexes: padList(documentIndexes) })
      return [...new Set(found.map(({ personId }) => personId))]
    },

    async claimStatusList(node) {
      for (;;) {
        const list = (await findStatusList(db, node)) ?? (await takeStatusList(db, node))
        if (list !== undefined) return list // else another node was faster: take the next one
      }
    },

    async claimStatusIndex(statusIndex, passId, validUntil) {
      const slot = { ...toStatusSlot(statusIndex), passId, validUntil }
      return (await takeSlot.write(db, { slot })) === 1
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
  const row = { documentIndex, personId: proposedId, keptUntil }
  const kept = await keepDocument.findFirst(db, { row })
  if (!kept) throw new Error('a document was kept without an answer')
  return kept.personId
}

const keepDocument = prepareQuery((db, { row }: Slots<{ row: Tables['idLookup'] }>) =>
  db
    .insertInto('idLookup')
    .values(row)
    .onConflict((conflict) => conflict.column('documentIndex').doUpdateSet(keepLonger))
    .returning('personId'),
)

function findByDocument(db: Database, documentIndex: string) {
  return findByDocuments.findFirst(db, { indexes: [documentIndex] })
}

const findByDocuments = prepareQuery((db, { indexes }: Slots<{ indexes: readonly string[] }>) =>
  db.selectFrom('idLookup').select(['personId', 'keptUntil']).where('documentIndex', 'in', indexes),
)

const takeSlot = prepareQuery((db, { slot }: Slots<{ slot: Tables['statusSlots'] }>) =>
  db
    .insertInto('statusSlots')
    .values(slot)
    .onConflict((conflict) => conflict.columns(['list', 'slot']).doNothing()),
)

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
