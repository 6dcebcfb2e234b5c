import type { Dialect } from 'kysely'

/** What SQL our two databases do not share. */
export interface DialectTraits {
  /** Whether `for update skip locked` exists: SQLite has one writer and needs no such thing. */
  readonly canSkipLocked: boolean
}

export interface OpenedDialect {
  readonly dialect: Dialect
  readonly traits: DialectTraits
}
