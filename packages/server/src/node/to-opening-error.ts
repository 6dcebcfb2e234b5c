import { resolve, sep } from 'node:path'
import { NewerDatabase } from '../store/migrations/newer-database.js'
import { explainDatabaseFault } from './explain-database-fault.js'
import { SettingError } from './setting-error.js'
import type { Settings } from './settings.js'

type Places = Pick<Settings, 'KBYT_DATABASE_URL' | 'KBYT_DATA_DIR'>

/**
 * What to throw for an error met on the way to data and keys: where a setting leads to it, a sentence that
 * names the variable; else the error itself.
 */
export function toOpeningError(error: unknown, places: Places): unknown {
  const sentence = error instanceof Error ? explain(error, places) : undefined
  return sentence === undefined ? error : new SettingError(sentence, { cause: error })
}

function explain(error: Error, places: Places): string | undefined {
  const { KBYT_DATABASE_URL: url, KBYT_DATA_DIR: folder } = places
  if (error instanceof NewerDatabase) {
    return `${url ? 'KBYT_DATABASE_URL' : 'KBYT_DATA_DIR'}: ${error.message}`
  }
  const { code, path } = { code: undefined, path: undefined, ...error }
  if (typeof path === 'string' && isOnTheWay(resolve(path), resolve(folder))) {
    return `KBYT_DATA_DIR: ${folder} cannot be used: ${code} at ${path}`
  }
  if (url) {
    const fault = explainDatabaseFault(error)
    return fault && `KBYT_DATABASE_URL: ${fault}`
  }
  return code === 'ERR_SQLITE_ERROR'
    ? `KBYT_DATA_DIR: the database in ${folder} cannot be used: ${error.message}`
    : undefined
}

const isOnTheWay = (path: string, folder: string) =>
  `${path}${sep}`.startsWith(`${folder}${sep}`) || `${folder}${sep}`.startsWith(`${path}${sep}`)
