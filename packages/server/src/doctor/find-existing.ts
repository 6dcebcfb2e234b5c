import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

/** The path, or the innermost folder around it that is there. */
export const findExisting = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : findExisting(dirname(path))
