import { sql } from 'kysely'
import type { DatabaseAddress } from '../dialects/open-dialect.js'
import { findMissingMigrations, migrate } from '../migrations/migrate.js'
import type { Store } from '../store.js'
import { createSqlAccounts } from './accounts.sql.js'
import { createSqlArrivals } from './arrivals.sql.js'
import { createSqlAudit } from './audit.sql.js'
import { createSqlCardPhotos } from './card-photos.sql.js'
import type { Database } from './database.js'
import { createSqlDeclarations } from './declarations.sql.js'
import { createSqlFeed } from './feed.sql.js'
import { createSqlHamlets } from './hamlets.sql.js'
import { createSqlIdempotency } from './idempotency.sql.js'
import { createSqlImports } from './imports.sql.js'
import { createSqlInspections } from './inspections.sql.js'
import { createSqlKeyCheck } from './key-check.sql.js'
import { createSqlLimits } from './limits.sql.js'
import { createSqlOfficers } from './officers.sql.js'
import { openDatabase } from './open-database.js'
import { createSqlOtp, createSqlSessions } from './otp.sql.js'
import { createSqlPapers } from './papers.sql.js'
import { createSqlPartners } from './partners.sql.js'
import { createSqlPoints } from './points.sql.js'
import { createSqlPolicies } from './policies.sql.js'
import { createSqlPrivacy } from './privacy.sql.js'
import { purgeSql } from './purge.sql.js'
import { createSqlScreenings } from './screenings.sql.js'
import { createSqlSms } from './sms.sql.js'
import { createSqlTrust } from './trust.sql.js'
import { createSqlVenues } from './venues.sql.js'
import { createSqlVisits } from './visits.sql.js'

/**
 * Opens a database, brings its tables up to date under a lock, and keeps everything there.
 *
 * @throws {Error} when the database cannot be opened, or was migrated by a newer version.
 * @example
 * const store = await createSqlStore({ sqlite: '.kbyt/kbyt.sqlite' })
 */
export async function createSqlStore(address: DatabaseAddress): Promise<Store> {
  const { db, jobs, traits, close } = await openDatabase(address)
  try {
    await migrate(jobs)
  } catch (error) {
    await close()
    throw error
  }
  return {
    otp: createSqlOtp(db),
    sessions: createSqlSessions(db),
    declarations: createSqlDeclarations(db),
    arrivals: createSqlArrivals(db),
    screenings: createSqlScreenings(db),
    officers: createSqlOfficers(db, traits),
    audit: createSqlAudit(db),
    sms: createSqlSms(db, traits),
    limits: createSqlLimits(db),
    idempotency: createSqlIdempotency(db),
    hamlets: createSqlHamlets(db),
    keyCheck: createSqlKeyCheck(db),
    partners: createSqlPartners(db),
    venues: createSqlVenues(db),
    visits: createSqlVisits(db, traits),
    points: createSqlPoints(db),
    trust: createSqlTrust(db),
    policies: createSqlPolicies(db),
    papers: createSqlPapers(db),
    accounts: createSqlAccounts(db),
    cardPhotos: createSqlCardPhotos(db),
    privacy: createSqlPrivacy(db),
    inspections: createSqlInspections(db),
    feed: createSqlFeed(db, traits),
    imports: createSqlImports(db),
    purge: (nowMs) => purgeSql(jobs, nowMs),
    ping: () => ping(db),
    isMigrated: async () => (await findMissingMigrations(db)).length === 0,
    close,
  }
}

async function ping(db: Database): Promise<void> {
  await sql`select 1`.execute(db)
}
