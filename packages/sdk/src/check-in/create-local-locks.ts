import type { OutboxLocks } from './outbox-locks.js'

/** Locks within this process, for where there are no Web Locks. */
export function createLocalLocks(): OutboxLocks {
  const tails = new Map<string, Promise<unknown>>()
  return {
    request(name, work) {
      const done = (tails.get(name) ?? Promise.resolve()).then(work, work)
      // The next in line does not care how this one ends.
      tails.set(
        name,
        done.then(
          () => undefined,
          () => undefined,
        ),
      )
      return done
    },
  }
}
