import { fitsKeyCheck } from '../crypto/key-check.js'
import type { Store } from '../store/store.js'
import type { Vault } from '../vault.js'
import { withTimeout } from '../with-timeout.js'

/** What must hold before requests are sent to this process. */
export type ReadinessCheck = 'database' | 'migrations' | 'keys' | 'worker' | 'stopping'

/** Says what is missing; nothing is missing where the process can serve. */
export interface ReadinessService {
  findMissing(): Promise<ReadinessCheck[]>
}

/** A balancer asks every few seconds and waits no longer than this. */
const answerWithinMs = 2_000

export function createReadinessService(
  store: Store,
  vault: Vault,
  findMissingOfHost: () => readonly ReadinessCheck[],
): ReadinessService {
  let isMigrated = false

  async function checkMigrations(): Promise<boolean> {
    isMigrated ||= await store.isMigrated()
    return isMigrated
  }

  /** A new database takes its keys at the first start; until then any fit. */
  async function checkKeys(): Promise<boolean> {
    const kept = await store.keyCheck.find()
    return kept === undefined || fitsKeyCheck(vault, kept)
  }

  async function check(name: ReadinessCheck, run: () => Promise<boolean>) {
    const holds = await withTimeout(run(), answerWithinMs).catch(() => false)
    return holds ? [] : [name]
  }

  return {
    async findMissing() {
      const ofHost = findMissingOfHost()
      const ping = await check('database', () => store.ping().then(() => true))
      if (ping.length > 0) return [...ofHost, ...ping]
      const rest = await Promise.all([
        check('migrations', checkMigrations),
        check('keys', checkKeys),
      ])
      return [...ofHost, ...rest.flat()]
    },
  }
}
