import { DatabaseSync } from 'node:sqlite'
import { pg } from './pg.mjs'

/** @typedef {{ text: string, values: unknown[] }} Statement */

/** @type {Statement[] | undefined} */
let recording

/** @param {string} text @param {unknown[]} values */
const note = (text, values) => void recording?.push({ text, values })

/** From here on every statement to a database is seen; call it before one is opened. */
export function watchDatabases() {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (/** @type {any[]} */ ...given) {
    const [asked] = given
    if (asked?.text) note(asked.text, asked.values ?? [])
    return Reflect.apply(query, this, given)
  }
  const { prepare } = DatabaseSync.prototype
  DatabaseSync.prototype.prepare = function (text) {
    const statement = Reflect.apply(prepare, this, [text])
    const { all, run } = statement
    statement.all = (/** @type {any[]} */ ...values) => {
      note(text, values)
      return Reflect.apply(all, statement, values)
    }
    statement.run = (/** @type {any[]} */ ...values) => {
      note(text, values)
      return Reflect.apply(run, statement, values)
    }
    return statement
  }
}

/**
 * What a piece of work asks the database, in order; nothing else may run meanwhile.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 */
export async function recordStatements(work) {
  /** @type {Statement[]} */
  const statements = []
  recording = statements
  const result = await work().finally(() => {
    recording = undefined
  })
  return { result, statements }
}
