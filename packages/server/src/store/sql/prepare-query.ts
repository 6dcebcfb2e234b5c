import {
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type RawBuilder,
  sql,
} from 'kysely'
import type { Database } from './database.js'

type Value = string | number | null

/** The values of a statement while it is built: of each only the place where it will stand. */
export type Slots<Values> = [Values] extends [Value]
  ? RawBuilder<Values>
  : { readonly [Name in keyof Values]: Slots<Values[Name]> }

/** A statement that is built once, and run with other values each time. */
export interface PreparedQuery<Values, Row> {
  findAll(db: Database, values: Values): Promise<Row[]>
  findFirst(db: Database, values: Values): Promise<Row | undefined>
  /** How many rows it wrote. */
  write(db: Database, values: Values): Promise<number>
}

/**
 * Builds a statement when it is first run, and then once for each number of entries in its lists. To
 * build and compile one costs more than to ask the database, so what every request asks is prepared.
 *
 * @example
 * const findSession = prepareQuery<{ tokenHash: string }, object>((db, { tokenHash }) =>
 *   db.selectFrom('sessions').selectAll().where('tokenHash', '=', tokenHash),
 * )
 * // and with a database at hand: findSession.findFirst(db, { tokenHash })
 */
export function prepareQuery<Values extends object, Row>(
  build: (db: Database, slots: Slots<Values>) => Compilable<Row>,
): PreparedQuery<Values, Row> {
  // the two databases do not share their texts; a transaction shares those of its database
  const compiled = new WeakMap<object, Map<string, CompiledQuery<Row>>>()

  function compile(db: Database, values: Values): CompiledQuery<Row> {
    const { adapter } = db.getExecutor()
    const texts = compiled.get(adapter) ?? new Map<string, CompiledQuery<Row>>()
    compiled.set(adapter, texts)
    const shape = toShape(values)
    const query = texts.get(shape) ?? build(db, toSlots(values, [])).compile()
    texts.set(shape, query)
    return query
  }

  function run(db: Database, values: Values): Promise<QueryResult<Row>> {
    const query = compile(db, values)
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Slot ? parameter.read(values) : parameter,
    )
    const bound = { ...query, parameters }
    return db.isTransaction ? send(db, bound) : db.executeQuery(bound)
  }

  return {
    findAll: async (db, values) => (await run(db, values)).rows,
    findFirst: async (db, values) => (await run(db, values)).rows[0],
    write: async (db, values) => Number((await run(db, values)).numAffectedRows ?? 0n),
  }
}

/**
 * Runs a statement of a transaction without waiting for those before it, as kysely would: PostgreSQL
 * takes them one after the other anyway. See `together`.
 */
async function send<Row>(db: Database, query: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  const executor = db.getExecutor()
  const { connection } = await executor.provideConnection(async (lent) => ({ connection: lent }))
  const provider = { provideConnection: <T>(use: Use<T>) => use(connection) }
  return executor.withConnectionProvider(provider).executeQuery(query)
}

type Use<T> = (connection: DatabaseConnection) => Promise<T>

/** Stands among the parameters for the value found under its path. */
class Slot {
  readonly #path: readonly string[]

  constructor(path: readonly string[]) {
    this.#path = path
  }

  read(values: object): unknown {
    return this.#path.reduce<unknown>(
      (at, name) => (typeof at === 'object' && at ? Reflect.get(at, name) : undefined),
      values,
    )
  }
}

function toSlots<Values>(values: Values, path: readonly string[]): Slots<Values>
function toSlots(values: unknown, path: readonly string[]): unknown {
  if (typeof values !== 'object' || values === null) return sql`${new Slot(path)}`
  const slots = Object.entries(values).map(([name, value]): [string, unknown] => [
    name,
    toSlots(value, [...path, name]),
  ])
  return Array.isArray(values) ? slots.map(([, slot]) => slot) : Object.fromEntries(slots)
}

/** Rows of one statement have the same columns, so the lengths of its lists say how it reads. */
const toShape = (values: object) =>
  Object.values(values)
    .map((value) => (Array.isArray(value) ? value.length : ''))
    .join()
