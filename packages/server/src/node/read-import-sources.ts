import { readFile } from 'node:fs/promises'
import { importSources, keySetSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { ImportSourceKeys } from '../ports.js'
import { explainFileFault } from './explain-file-fault.js'
import { SettingError } from './setting-error.js'

const fileSchema = z.strictObject(
  Object.fromEntries(importSources.map((source) => [source, z.optional(keySetSchema)])),
)

/**
 * The keys of the national systems, from a file such as `{ "ncovi": { "keys": [ … ] } }`.
 *
 * @throws {SettingError} when it cannot be read, names another system, or two of them share a key.
 */
export async function readImportSources(file: string): Promise<ImportSourceKeys[]> {
  try {
    const read = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const found = importSources.map((source) => ({ source, keys: read[source]?.keys ?? [] }))
    const kids = found.flatMap(({ keys }) => keys.map(({ kid }) => kid))
    if (new Set(kids).size < kids.length) throw new TypeError('two keys have one kid')
    return found
  } catch (cause) {
    const fault = explainFileFault(cause)
    throw new SettingError(
      `KBYT_IMPORT_SOURCES: ${file} cannot be read as keys by system: ${fault}`,
      { cause },
    )
  }
}
