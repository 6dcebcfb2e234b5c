import type { QueryCreator } from 'kysely'
import type { DialectTraits } from '../dialects/dialect.js'
import type { VisitKey, VisitRow, VisitStore } from '../store.js'
import { foundVisitColumns, visitColumns } from './columns.js'
import type { Database, Tables } from './database.js'
import { padList } from './pad-list.js'
import { prepareQuery, type Slots } from './prepare-query.js'

export function createSqlVisits(db: Database, { canWriteInWith }: DialectTraits): VisitStore {
  return {
    async findKnown(visits) {
      if (visits.length === 0) return []
      const { venueCodes, visitIds } = toKeys(visits)
      return db
        .selectFrom('visits')
        .select(['venueCode', 'visitId'])
        .where('venueCode', 'in', venueCodes)
        .where('visitId', 'in', visitIds)
        .execute()
    },

    async saveVisits(visits) {
      if (visits.length === 0) return
      // in one order everywhere: two senders of the same visits wait for each other, never in a ring
      const rows = visits.map(toTable).sort(byKey)
      const found = visits.flatMap(toLookup).sort(bySubject)
      // a door is in a hurry: one way to the database instead of four
      if (canWriteInWith) {
        await save.both.write(db, { rows, found })
        return
      }
      await db.transaction().execute(async (transaction) => {
        await save.visits.write(transaction, { rows })
        await save.lookup.write(transaction, { found })
      })
    },

    async findVenueVisits(venueCode, after, limit) {
      const rows = await db
        .selectFrom('visits')
        .select(visitColumns)
        .where('venueCode', '=', venueCode)
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('happenedAt', 'visitId'),
              '<',
              tuple(after?.happenedAt ?? 0, after?.visitId ?? ''),
            ),
          ),
        )
        .orderBy('happenedAt', 'desc')
        .orderBy('visitId', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRow)
    },

    async findVisitsBetween(venueCode, { from, before }) {
      const rows = await db
        .selectFrom('visits')
        .select(visitColumns)
        .where('venueCode', '=', venueCode)
        .where('happenedAt', '>=', from)
        .where('happenedAt', '<', before)
        .execute()
      return rows.map(toRow)
    },

    async findVisitsOf(subject, { from, before }, limit) {
      const rows = await db
        .selectFrom('visitLookup')
        .select(foundVisitColumns)
        .where('subject', '=', subject)
        .where('happenedAt', '>=', from)
        .where('happenedAt', '<', before)
        .orderBy('happenedAt', 'desc')
        .orderBy('visitId', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRow)
    },

    findPassHolders: (passIds) => findPassHolders(db, passIds),
  }
}

interface Kept {
  readonly rows: readonly Tables['visits'][]
  readonly found: readonly LookupRow[]
}

const save = {
  visits: prepareQuery((db, { rows }: Slots<Pick<Kept, 'rows'>>) => insertVisits(db, rows)),
  lookup: prepareQuery((db, { found }: Slots<Pick<Kept, 'found'>>) => insertLookup(db, found)),
  both: prepareQuery((db, { rows, found }: Slots<Kept>) =>
    insertLookup(
      db.with('kept', (within) => insertVisits(within, rows).returning('visitId')),
      found,
    ),
  ),
}

const insertVisits = (db: QueryCreator<Tables>, rows: Slots<Kept['rows']>) =>
  db
    .insertInto('visits')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['venueCode', 'visitId']).doNothing())

const insertLookup = (db: QueryCreator<Tables>, rows: Slots<Kept['found']>) =>
  db
    .insertInto('visitLookup')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['subject', 'visitId', 'venueCode']).doNothing())

/** First whose they are, then their rows: each read asks the shards of one key. */
async function findPassHolders(db: Database, passIds: readonly string[]) {
  if (passIds.length === 0) return []
  const asked = padList(passIds)
  const passes = await findPasses.findAll(db, { asked })
  if (passes.length === 0) return []
  const padSet = (values: readonly string[]) => padList([...new Set(values)], asked.length)
  return findHolders.findAll(db, {
    phoneIndexes: padSet(passes.map((each) => each.phoneIndex)),
    declarationIds: padSet(passes.map((each) => each.declarationId)),
    asked,
  })
}

type Asked = Slots<{ asked: readonly string[] }>

const findPasses = prepareQuery((db, { asked }: Asked) =>
  db.selectFrom('passLookup').select(['phoneIndex', 'declarationId']).where('passId', 'in', asked),
)

type HolderKeys = Slots<Record<'phoneIndexes' | 'declarationIds' | 'asked', readonly string[]>>

const findHolders = prepareQuery((db, { phoneIndexes, declarationIds, asked }: HolderKeys) =>
  db
    .selectFrom('people')
    .innerJoin('declarations', (join) =>
      join
        .onRef('declarations.phoneIndex', '=', 'people.phoneIndex')
        .onRef('declarations.declarationId', '=', 'people.declarationId'),
    )
    .select(['people.passId', 'people.personId', 'people.phoneIndex', 'people.issuedAt'])
    .select(['people.validUntil', 'declarations.withdrawnAt', 'people.sealed'])
    .where('people.phoneIndex', 'in', phoneIndexes)
    .where('people.declarationId', 'in', declarationIds)
    .where('people.passId', 'in', asked),
)

const toKeys = (visits: readonly VisitKey[]) => {
  const visitIds = padList(visits.map(({ visitId }) => visitId))
  const venueCodes = [...new Set(visits.map(({ venueCode }) => venueCode))]
  return { visitIds, venueCodes: padList(venueCodes, visitIds.length) }
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))

const byKey = (one: VisitKey, other: VisitKey) =>
  compare(one.venueCode, other.venueCode) || compare(one.visitId, other.visitId)

type LookupRow = Tables['visitLookup']

const bySubject = (one: LookupRow, other: LookupRow) =>
  compare(one.subject, other.subject) || compare(one.visitId, other.visitId)

const toTable = (row: VisitRow) => ({ ...row, isClockSuspect: Number(row.isClockSuspect) })

const toRow = <Row extends { isClockSuspect: number }>(row: Row) => ({
  ...row,
  isClockSuspect: row.isClockSuspect !== 0,
})

/** Found by the person, and by the phone whose pass it was. */
function toLookup(visit: VisitRow): LookupRow[] {
  const { venueCode, visitId, personId, phoneIndex, direction, happenedAt, sealed } = visit
  const isClockSuspect = Number(visit.isClockSuspect)
  const found = { visitId, venueCode, personId, direction, happenedAt, isClockSuspect, sealed }
  return [personId, phoneIndex].flatMap((subject) =>
    subject === null ? [] : [{ subject, ...found }],
  )
}
