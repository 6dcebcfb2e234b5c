import { CompiledQuery, type QueryResult } from 'kysely'
import { createPatientBegin } from './patient-begin.js'
import { createCommit, type SharedCommit } from './shared-commit.js'
import type { SqliteConnection } from './sqlite-connection.js'
import { createTurns } from './turns.js'

const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')
const savepoint = CompiledQuery.raw('savepoint turn')
const release = CompiledQuery.raw('release turn')
const rollbackToSavepoint = CompiledQuery.raw('rollback to turn')

/**
 * The connection that writes, while it is one transaction's. Whatever ends the turn resolves once all
 * that it saw and wrote is on the disk: to refuse, too, may rest on what somebody else just wrote.
 */
export interface WriterTurn {
  run<Row>(query: CompiledQuery): Promise<QueryResult<Row>>
  keep(): Promise<void>
  undo(): Promise<void>
}

interface Entrance {
  readonly shared: SharedCommit
  readonly leave: () => void
}

/**
 * Lets transactions share their commits: a commit waits for the disk, and for little else does an
 * embedded database wait. Those that come in one round of the event loop are savepoints of one
 * transaction, and none of them is answered before that is on the disk.
 */
export class SharedWriter {
  readonly #connection: SqliteConnection
  readonly #begin: () => Promise<void>
  readonly #takeTurn = createTurns()
  #shared: SharedCommit | undefined

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.#begin = createPatientBegin(connection)
  }

  /**
   * Runs a statement by itself.
   *
   * @throws {StoreUnavailable} when it is not kept, be it for what others wrote beside it.
   */
  async write<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { shared, leave } = await this.#enter()
    try {
      return this.#run<Row>(query)
    } finally {
      leave()
      await shared.outcome
    }
  }

  /**
   * Waits until the connection is free; nobody else writes until the turn ends.
   *
   * @throws {StoreUnavailable} when another process writes, or the disk is in the way.
   */
  async take(): Promise<WriterTurn> {
    const { shared, leave } = await this.#enter(savepoint)
    const isLost = () => this.#shared !== shared
    const end = async (...queries: readonly CompiledQuery[]) => {
      try {
        if (!isLost()) for (const query of queries) this.#run(query)
      } finally {
        leave()
        await shared.outcome
      }
    }
    return {
      run: async (query) => {
        if (isLost()) await shared.outcome
        return this.#run(query)
      },
      keep: () => end(release),
      undo: () => end(rollbackToSavepoint, release),
    }
  }

  /** Resolves when nothing is on its way to the disk any more. */
  async settle(): Promise<void> {
    const leave = await this.#takeTurn()
    this.#end(this.#shared)
    leave()
  }

  async #enter(first?: CompiledQuery): Promise<Entrance> {
    const leave = await this.#takeTurn()
    try {
      const shared = await this.#join()
      if (first) this.#run(first)
      return { shared, leave }
    } catch (error) {
      leave()
      throw error
    }
  }

  async #join(): Promise<SharedCommit> {
    if (this.#shared) return this.#shared
    await this.#begin()
    const shared = createCommit()
    this.#shared = shared
    setImmediate(async () => {
      const leave = await this.#takeTurn()
      this.#end(shared)
      leave()
    })
    return shared
  }

  #end(shared: SharedCommit | undefined): void {
    if (!shared || this.#shared !== shared) return
    try {
      this.#run(commit)
      shared.keep()
    } catch (error) {
      shared.lose(error)
      if (this.#connection.isTransaction) this.#run(rollback)
    } finally {
      this.#shared = undefined
    }
  }

  /** A full disk makes SQLite roll back by itself, with all that was to be committed together. */
  #run<Row>(query: CompiledQuery): QueryResult<Row> {
    try {
      return this.#connection.execute(query)
    } catch (error) {
      if (!this.#connection.isTransaction) {
        this.#shared?.lose(error)
        this.#shared = undefined
      }
      throw error
    }
  }
}
