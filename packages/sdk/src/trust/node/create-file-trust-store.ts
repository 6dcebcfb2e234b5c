import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { TrustStore } from '../trust-store.js'

/**
 * Keeps the bundle in a file, for a turnstile or kiosk that must work after a restart without a
 * network. A crash while writing leaves the old bundle.
 *
 * @example
 * import { createFileTrustStore } from '@kbyt/sdk/trust/node'
 *
 * const store = createFileTrustStore('/var/lib/kiosk/trust-bundle.jws')
 */
export function createFileTrustStore(path: string): TrustStore {
  return {
    load: () => readIfThere(path),
    save: async (jws) => {
      await mkdir(dirname(path), { recursive: true })
      const part = `${path}.${crypto.randomUUID()}.part`
      await writeThrough(part, jws)
      await rename(part, path)
    },
  }
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
