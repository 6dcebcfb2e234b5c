import type { LentClient, TakeClient } from './named-clients.js'

/** So many statements wait for each other at most: one that takes long holds up those behind it. */
const mostSharers = 16

/**
 * Lends connections to single statements: those of one round of the event loop, and those that come
 * while a connection is waited for, share one, so that they leave in one packet.
 */
export function shareClients(take: TakeClient): TakeClient {
  let lending: Lending | undefined
  return () => {
    if (!lending?.isOpen()) lending = startLending(take)
    return lending.join()
  }
}

interface Lending {
  isOpen(): boolean
  join(): Promise<LentClient>
}

/** One connection; the last of those who joined gives it back. */
function startLending(take: TakeClient): Lending {
  let isOpen = true
  let isBroken = false
  let joined = 0
  let ended = 0
  const close = () => {
    isOpen = false
  }
  const lent = take()
  lent.then(() => setImmediate(close), close)

  return {
    isOpen: () => isOpen,
    async join() {
      joined += 1
      if (joined === mostSharers) close()
      const { ask, release } = await lent
      return {
        ask,
        release(broke) {
          ended += 1
          isBroken ||= broke
          if (ended < joined) return
          close()
          release(isBroken)
        },
      }
    },
  }
}
