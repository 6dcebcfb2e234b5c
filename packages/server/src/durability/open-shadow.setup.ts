import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const suffixes = ['', '-wal', '-journal']

/** Builds what keeps the synced part of files; undefined, with the reason, where it cannot be. */
export function buildShadow(folder: string): { library?: string; reason?: string } {
  if (process.platform !== 'linux') return { reason: 'LD_PRELOAD is Linux’s' }
  const library = join(folder, 'fsync-shadow.so')
  const source = join(import.meta.dirname, 'fsync-shadow.c')
  try {
    const flags = ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-pthread']
    execFileSync('gcc', flags, { stdio: ['ignore', 'ignore', 'pipe'] })
    return { library }
  } catch (error) {
    return { reason: `gcc is not here or failed: ${String(error)}` }
  }
}

/** What a process needs to have its database shadowed; what lies there now counts as synced. */
export async function shadow(library: string, file: string) {
  for (const suffix of suffixes) {
    const each = `${file}${suffix}`
    if (existsSync(each)) await copyFile(each, `${each}.durable`)
  }
  return { LD_PRELOAD: library, KBYT_SHADOW: file }
}

/** As the disk is found after the power came back: only what was synced of each file. */
export async function cutPower(folder: string, database: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isOfDatabase = name.startsWith(database) && !name.endsWith('.durable')
    if (isOfDatabase) await rm(join(folder, name))
  }
  for (const suffix of suffixes) {
    const file = join(folder, `${database}${suffix}`)
    if (existsSync(`${file}.durable`)) await rename(`${file}.durable`, file)
  }
}
