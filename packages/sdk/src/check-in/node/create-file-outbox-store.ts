import { resolve } from 'node:path'
import { createListeners } from '../create-listeners.js'
import { createLocalLocks } from '../create-local-locks.js'
import type { OutboxStore } from '../outbox-store.js'
import { toStorageError } from '../to-storage-error.js'
import { type Change, toStoredState } from './log-state.js'
import { type Log, openLog } from './open-log.js'

/**
 * Keeps visits in a file, for a turnstile or a kiosk: what it calls saved is on the disk, also when
 * the process is killed or the power goes. The file is its owner's alone to read, is opened with the
 * first use, and belongs to one process at a time.
 *
 * @example
 * import { createOutbox } from '@kbyt/sdk/check-in'
 * import { createFileOutboxStore } from '@kbyt/sdk/check-in/node'
 *
 * const outbox = createOutbox({ client, store: createFileOutboxStore('/var/lib/kiosk/visits') })
 */
export function createFileOutboxStore(path: string): OutboxStore {
  const name = resolve(path)
  const listeners = createListeners()
  // One change after the other: the file has one end.
  const locks = createLocalLocks()
  let opening: Promise<Log> | undefined

  function use<Result>(work: (log: Log) => Promise<Result>): Promise<Result> {
    return locks.request(name, async () => {
      try {
        opening ??= openLog(name)
        return await work(await opening)
      } catch (error) {
        // After an error only the disk knows: the next use reads it again.
        opening = undefined
        throw toStorageError(error)
      }
    })
  }

  async function append(toChange: (log: Log) => Change | undefined): Promise<void> {
    await use(async (log) => {
      const change = toChange(log)
      if (change) await log.append(change)
      if (log.isWorn) opening = undefined
    })
    listeners.notify()
  }

  return {
    name,
    isDurable: true,
    load: () => use(async ({ state }) => toStoredState(state)),
    add: (value) => append(({ state }) => ({ do: 'add', position: state.last + 1, value })),
    replace: (position, value) =>
      append(({ state }) =>
        state.entries.has(position) ? { do: 'replace', position, value } : undefined,
      ),
    remove: (positions) => append(() => ({ do: 'remove', positions: [...positions] })),
    setPause: (pause) => append(() => ({ do: 'pause', pause: pause ?? null })),
    watch: listeners.add,
  }
}
