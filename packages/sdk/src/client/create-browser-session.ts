import { type CitizenSession, citizenSessionSchema } from '../schema/otp.js'
import type { SessionKeeper } from './keeper.js'

/** What is needed of `sessionStorage`. */
export type SessionStorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Keeps the citizen's session in `sessionStorage`, so that it survives a reload and ends with the
 * tab. Where the storage is full or forbidden it keeps the session in memory and says nothing.
 *
 * @param storage - A function where touching `sessionStorage` may itself throw (blocked cookies).
 * @param key - @defaultValue `kbyt.session`
 * @example
 * const session = createBrowserSession(() => sessionStorage)
 * const client = createClient({ baseUrl: 'https://kbyt.example', session })
 */
export function createBrowserSession(
  storage: SessionStorageLike | (() => SessionStorageLike),
  key = 'kbyt.session',
): SessionKeeper {
  const open = () => (typeof storage === 'function' ? storage() : storage)
  let unsaved: CitizenSession | undefined

  return {
    load: () => unsaved ?? attempt(() => parseSession(open().getItem(key))),
    save: (session) => {
      unsaved = session
      attempt(() => {
        // First, so that a full storage does not go on holding the session before this one.
        open().removeItem(key)
        open().setItem(key, JSON.stringify(session))
        unsaved = undefined
      })
    },
    clear: () => {
      unsaved = undefined
      attempt(() => open().removeItem(key))
    },
  }
}

function parseSession(text: string | null): CitizenSession | undefined {
  return text === null ? undefined : citizenSessionSchema.safeParse(JSON.parse(text)).data
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    // The storage is full, blocked or holds something else: the page goes on without it.
    return undefined
  }
}
