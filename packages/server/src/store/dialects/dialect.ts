import type { Dialect } from 'kysely'

/** What SQL our two databases do not share. */
export interface DialectTraits {
  /** Whether `for update` and its `skip locked` exist: SQLite has one writer and needs no such thing. */
  readonly canSkipLocked: boolean
  /** Whether one statement may write two tables: `with … as (insert …) insert …`. */
  readonly canWriteInWith: boolean
}

export interface OpenedDialect {
  readonly dialect: Dialect
  /** For migrations and the purge, which may take their time; without one they share the other. */
  readonly jobs?: Dialect
  readonly traits: DialectTraits
}
