import { keptMs } from '../retention.js'
import type { Database } from './database.js'
import { purgeDeclarations } from './purge-declarations.sql.js'

/** Deletes what the retention of each class no longer allows to keep. */
export async function purgeSql(db: Database, nowMs: number): Promise<void> {
  await db
    .deleteFrom('otpChallenges')
    .where('expiresAt', '<=', nowMs - keptMs.challenges)
    .execute()
  await db
    .deleteFrom('sessions')
    .where('expiresAt', '<=', nowMs - keptMs.sessions)
    .execute()
  await db
    .deleteFrom('statusSlots')
    .where('validUntil', '<=', nowMs - keptMs.statusSlots)
    .execute()
  await db
    .deleteFrom('statusChanges')
    .where('validUntil', '<=', nowMs - keptMs.statusSlots)
    .execute()
  await db.deleteFrom('officerSessions').where('expiresAt', '<=', nowMs).execute()
  await db.deleteFrom('rateLimits').where('resetsAt', '<=', nowMs).execute()
  await db.deleteFrom('idempotency').where('expiresAt', '<=', nowMs).execute()
  const grantsEnd = nowMs - keptMs.statusSlots
  await db.deleteFrom('grants').where('validUntil', '<=', grantsEnd).execute()
  await db.deleteFrom('grantLookup').where('validUntil', '<=', grantsEnd).execute()
  await db.deleteFrom('inspections').where('expiresAt', '<=', nowMs).execute()
  await db.deleteFrom('policyDryRuns').where('expiresAt', '<=', nowMs).execute()
  await purgeDeclarations(db, nowMs - keptMs.declarations)
  await db
    .deleteFrom('papers')
    .where('closedAt', '<=', nowMs - keptMs.papers)
    .execute()
  for (const table of ['idLookup', 'contactLookup', 'accounts', 'cardPhotos'] as const) {
    await db.deleteFrom(table).where('keptUntil', '<=', nowMs).execute()
  }
  await purgeVisits(db, nowMs - keptMs.visits)
  await purgeVenues(db, nowMs)
  await purgeMessages(db, nowMs)
  await purgeCases(db, nowMs)
  await purgeFeed(db, nowMs - keptMs.feed)
  await purgeImports(db, nowMs - keptMs.imports)
}

/** Their events go with them. */
async function purgeCases(db: Database, nowMs: number): Promise<void> {
  const arrivedBy = nowMs - keptMs.arrivals
  const declaredBy = nowMs - keptMs.screenings
  await db.deleteFrom('arrivals').where('arrivalAt', '<=', arrivedBy).execute()
  await db.deleteFrom('arrivalLookup').where('arrivalAt', '<=', arrivedBy).execute()
  await db.deleteFrom('screenings').where('declaredAt', '<=', declaredBy).execute()
  await db.deleteFrom('screeningLookup').where('declaredAt', '<=', declaredBy).execute()
}

async function purgeVisits(db: Database, atMs: number): Promise<void> {
  await db.deleteFrom('visitLookup').where('happenedAt', '<=', atMs).execute()
  await db.deleteFrom('visits').where('happenedAt', '<=', atMs).execute()
}

/** What was given up; a venue that runs is nobody's to forget. */
async function purgeVenues(db: Database, nowMs: number): Promise<void> {
  await db
    .deleteFrom('venueDevices')
    .where('revokedAt', '<=', nowMs - keptMs.devices)
    .execute()
  const closed = await db
    .selectFrom('venues')
    .select('venueCode')
    .where('closedAt', '<=', nowMs - keptMs.venues)
    .execute()
  for (const { venueCode } of closed) {
    for (const table of ['staffLookup', 'venueStaff', 'venueDevices', 'venues'] as const) {
      await db.deleteFrom(table).where('venueCode', '=', venueCode).execute()
    }
  }
}

async function purgeFeed(db: Database, atMs: number): Promise<void> {
  await db.deleteFrom('feedDeliveries').where('finishedAt', '<=', atMs).execute()
  await db.deleteFrom('feedEvents').where('at', '<=', atMs).execute()
}

async function purgeImports(db: Database, atMs: number): Promise<void> {
  await db.deleteFrom('importedDeclarations').where('receivedAt', '<=', atMs).execute()
  await db.deleteFrom('importLookup').where('receivedAt', '<=', atMs).execute()
}

const purgeMessages = (db: Database, nowMs: number) =>
  db
    .deleteFrom('smsOutbox')
    .where(({ eb, and, or }) =>
      or([
        eb('expiresAt', '<=', nowMs - keptMs.messages),
        and([eb('state', '=', 'waiting'), eb('expiresAt', '<=', nowMs)]),
      ]),
    )
    .execute()
