import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'

// Not in the repository: the big list of naughty strings of the project's shared folder.
const shared = process.env.KBYT_SHARED ?? resolve(import.meta.dirname, '../../../../shared')
const file = join(shared, 'vectors/blns.json')

/** Whether this machine has the list; where it has not, its tests are skipped with this reason. */
export const hasNaughtyStrings = existsSync(file)
if (!hasNaughtyStrings)
  console.log(`not run: the naughty strings, because ${file} is not on this machine`)

export const naughtyStrings: readonly string[] = hasNaughtyStrings
  ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  : []
