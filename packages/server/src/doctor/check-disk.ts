import { statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findExisting } from './find-existing.js'
import { type Finding, fail, ok, warn } from './finding.js'

const megabyte = 1_048_576
const tooLittle = 200
const little = 1_024

/** A full disk stops every write. */
export async function checkDisk(dataDir: string): Promise<Finding> {
  const folder = findExisting(resolve(dataDir))
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / megabyte)
  const text = `${free} MB free at ${folder}`
  if (free < tooLittle) return fail('disk', text)
  return free < little ? warn('disk', text) : ok('disk', text)
}
