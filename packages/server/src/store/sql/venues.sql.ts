import type { StaffRow, VenueStore } from '../store.js'
import { staffColumns, venueColumns } from './columns.js'
import type { Database } from './database.js'
import { createSqlDevices } from './devices.sql.js'
import { answerClaim } from './idempotency.sql.js'
import { padList } from './pad-list.js'
import { prepareQuery, type Slots } from './prepare-query.js'

export function createSqlVenues(db: Database): VenueStore {
  return {
    ...createSqlStaff(db),
    ...createSqlDevices(db),

    saveVenue: (venue, owner, answer) =>
      db.transaction().execute(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('venues')
          .values(venue)
          .onConflict((conflict) => conflict.column('venueCode').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows === 0n) return false
        await answerClaim(transaction, answer)
        await insertStaff(transaction, owner)
        return true
      }),

    async findVenues(venueCodes) {
      if (venueCodes.length === 0) return []
      return findByCodes.findAll(db, { venueCodes: padList(venueCodes) })
    },

    changeVenue: (venue, answer) =>
      db.transaction().execute(async (transaction) => {
        const { venueCode, version, ...changed } = venue
        const { numUpdatedRows } = await transaction
          .updateTable('venues')
          .set({ ...changed, version })
          .where('venueCode', '=', venueCode)
          .where('version', '=', version - 1)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        if (answer) await answerClaim(transaction, answer)
        return true
      }),
  }
}

type StaffMethods = 'findMemberships' | 'findMembership' | 'findStaff' | 'saveStaff' | 'removeStaff'

function createSqlStaff(db: Database): Pick<VenueStore, StaffMethods> {
  return {
    findMemberships: (phoneIndex) =>
      db
        .selectFrom('staffLookup')
        .select(['venueCode', 'role'])
        .where('phoneIndex', '=', phoneIndex)
        .orderBy('addedAt')
        .orderBy('venueCode')
        .execute(),

    findMembership: (venueCode, phoneIndex) => findMembership(db, venueCode, phoneIndex),

    findStaff: (venueCode) =>
      db
        .selectFrom('venueStaff')
        .select(staffColumns)
        .where('venueCode', '=', venueCode)
        .orderBy('addedAt')
        .orderBy('staffId')
        .execute(),

    saveStaff: (member) =>
      db.transaction().execute(async (transaction) => {
        await insertStaff(transaction, member)
        return (await findMembership(transaction, member.venueCode, member.phoneIndex)) ?? member
      }),

    removeStaff: (venueCode, staffId) =>
      db.transaction().execute(async (transaction) => {
        const removed = await transaction
          .deleteFrom('venueStaff')
          .where('venueCode', '=', venueCode)
          .where('staffId', '=', staffId)
          .where('role', '!=', 'owner')
          .returning('phoneIndex')
          .executeTakeFirst()
        if (!removed) return false
        await transaction
          .deleteFrom('staffLookup')
          .where('phoneIndex', '=', removed.phoneIndex)
          .where('venueCode', '=', venueCode)
          .execute()
        return true
      }),
  }
}

function findMembership(
  db: Database,
  venueCode: string,
  phoneIndex: string,
): Promise<StaffRow | undefined> {
  return db
    .selectFrom('venueStaff')
    .select(staffColumns)
    .where('venueCode', '=', venueCode)
    .where('phoneIndex', '=', phoneIndex)
    .executeTakeFirst()
}

/** Who is there keeps id and date and gets the role; the owner stays what they are. */
async function insertStaff(transaction: Database, member: StaffRow): Promise<void> {
  const { venueCode, phoneIndex, role, addedAt } = member
  await transaction
    .insertInto('venueStaff')
    .values(member)
    .onConflict((conflict) =>
      conflict
        .columns(['venueCode', 'phoneIndex'])
        .doUpdateSet({ role })
        .where('venueStaff.role', '!=', 'owner'),
    )
    .execute()
  await transaction
    .insertInto('staffLookup')
    .values({ phoneIndex, venueCode, role, addedAt })
    .onConflict((conflict) =>
      conflict
        .columns(['phoneIndex', 'venueCode'])
        .doUpdateSet({ role })
        .where('staffLookup.role', '!=', 'owner'),
    )
    .execute()
}

const findByCodes = prepareQuery((db, { venueCodes }: Slots<{ venueCodes: readonly string[] }>) =>
  db.selectFrom('venues').select(venueColumns).where('venueCode', 'in', venueCodes),
)
