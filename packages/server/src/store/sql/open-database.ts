import { CamelCasePlugin, Kysely, type PluginTransformQueryArgs } from 'kysely'
import type { DialectTraits } from '../dialects/dialect.js'
import { type DatabaseAddress, openDialect } from '../dialects/open-dialect.js'
import type { Database, Tables } from './database.js'

/** A database as it was found: nothing is asked, and no table made yet. */
export interface OpenedDatabase {
  readonly db: Database
  /** The same for what may take minutes, such as a migration. */
  readonly jobs: Database
  readonly traits: DialectTraits
  close(): Promise<void>
}

/** Opens the tables where they lie; see `createSqlStore` for what brings them up to date. */
export async function openDatabase(address: DatabaseAddress): Promise<OpenedDatabase> {
  const { dialect, jobs, traits } = await openDialect(address)
  const plugins = [new CamelCaseRows()]
  const db = new Kysely<Tables>({ dialect, plugins })
  if (!jobs) return { db, jobs: db, traits, close: () => db.destroy() }
  const patient = new Kysely<Tables>({ dialect: jobs, plugins })
  const close = async () => {
    await Promise.all([db.destroy(), patient.destroy()])
  }
  return { db, jobs: patient, traits, close }
}

/** Rows come back in camelCase; the dialects write a statement's names in snake_case by themselves. */
class CamelCaseRows extends CamelCasePlugin {
  override transformQuery({ node }: PluginTransformQueryArgs) {
    return node
  }
}
