import type { Store } from '../../../../server/src/store/store.js'
import type { Plant } from './backend.setup.js'

const minute = 60_000

/** A plant in one part of the store. */
const inStore =
  <Part extends 'otp' | 'sessions' | 'limits'>(
    part: Part,
    change: (whole: Store[Part]) => Partial<Store[Part]>,
  ): Plant =>
  (parts) => ({
    ...parts,
    store: { ...parts.store, [part]: { ...parts.store[part], ...change(parts.store[part]) } },
  })

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Reads how many tries there were, and writes one more when others have read the same. */
const sharingTries = inStore('otp', (otp) => {
  const counts = new Map<string, number>()
  return {
    async countTry(challengeId, maxTries, nowMs) {
      const row = await otp.findChallenge(challengeId)
      const tries = counts.get(challengeId) ?? 0
      if (!row || row.usedAt !== null || row.expiresAt <= nowMs || tries >= maxTries)
        return undefined
      await turn()
      counts.set(challengeId, tries + 1)
      return { ...row, tries: tries + 1 }
    },
    async findChallenge(challengeId) {
      const row = await otp.findChallenge(challengeId)
      return row && { ...row, tries: counts.get(challengeId) ?? 0 }
    },
  }
})

/** Says how many tries are left, and takes the next one all the same. */
const endlessTries = inStore('otp', (otp) => {
  const counts = new Map<string, number>()
  return {
    async countTry(challengeId, maxTries, nowMs) {
      const row = await otp.findChallenge(challengeId)
      if (!row || row.usedAt !== null || row.expiresAt <= nowMs) return undefined
      const tries = Math.min((counts.get(challengeId) ?? 0) + 1, maxTries)
      counts.set(challengeId, tries)
      return { ...row, tries }
    },
  }
})

const lateExpiry = inStore('otp', (otp) => ({
  countTry: (challengeId, maxTries, nowMs) =>
    otp.countTry(challengeId, maxTries, nowMs - 10 * minute),
}))

/** The SMS brings a new code, and the old one goes on being right. */
const oldCodeLives = inStore('otp', (otp) => ({
  async replaceCode(challengeId, fromSends, code, message) {
    const { codeMac } = (await otp.findChallenge(challengeId)) ?? code
    return otp.replaceCode(challengeId, fromSends, { ...code, codeMac }, message)
  },
}))

const noWait = inStore('otp', (otp) => ({
  async findChallenge(challengeId) {
    const row = await otp.findChallenge(challengeId)
    return row && { ...row, resendAt: 0 }
  },
}))

/** A used challenge opens another session. */
const usedTwice: Plant = (parts) => {
  const { otp, sessions } = parts.store
  const more = new Map<string, Parameters<typeof otp.useChallenge>[3]>()
  return {
    ...parts,
    store: {
      ...parts.store,
      otp: {
        ...otp,
        async useChallenge(challengeId, atSends, nowMs, session) {
          more.set(session.tokenHash, session)
          return (await otp.useChallenge(challengeId, atSends, nowMs, session)) || true
        },
      },
      sessions: {
        ...sessions,
        findSession: async (tokenHash) =>
          (await sessions.findSession(tokenHash)) ?? more.get(tokenHash),
      },
    },
  }
}

const forgetfulLimits = inStore('limits', (limits) => ({
  hit: async (key, windowMs, nowMs) => ({ ...(await limits.peek(key, windowMs, nowMs)), count: 1 }),
}))

const forgivenGuesses = inStore('limits', (limits) => ({
  peek: async (key, windowMs, nowMs) => ({
    ...(await limits.peek(key, windowMs, nowMs)),
    count: 0,
  }),
}))

/** Every request is another one, whatever its key. */
const forgottenKeys: Plant = (parts) => {
  const { otp, idempotency } = parts.store
  let last = 0
  const rename = <Id extends { readonly key: string }>(id: Id) => ({
    ...id,
    key: `${id.key} ${last}`,
  })
  return {
    ...parts,
    store: {
      ...parts.store,
      otp: {
        ...otp,
        saveChallenge: (challenge, message, answer) =>
          otp.saveChallenge(challenge, message, rename(answer)),
      },
      idempotency: {
        ...idempotency,
        async claim(id, ...rest) {
          last += 1
          return idempotency.claim(rename(id), ...rest)
        },
        release: (id) => idempotency.release(rename(id)),
      },
    },
  }
}

const eagerGateway: Plant = (parts) => ({
  ...parts,
  sms: {
    ...parts.sms,
    async send(message) {
      await parts.sms.send(message)
      await parts.sms.send(message)
    },
  },
})

const endlessSessions = inStore('sessions', (sessions) => ({
  async findSession(tokenHash) {
    const row = await sessions.findSession(tokenHash)
    return row && { ...row, expiresAt: Number.POSITIVE_INFINITY }
  },
}))

const sessionsThatStay = inStore('sessions', () => ({ endSession: async () => {} }))

/** Believes the clock on the wall, even when it is set back. */
const believedClock: Plant = (parts) => ({
  ...parts,
  store: {
    ...parts.store,
    otp: {
      ...parts.store.otp,
      countTry: (challengeId, maxTries) =>
        parts.store.otp.countTry(challengeId, maxTries, parts.clock.now()),
    },
  },
})

/** Each bug with the promise it breaks. */
export const plantedBugs: readonly (readonly [name: string, plant: Plant, broken: string])[] = [
  ['tries without an end', endlessTries, 'a sixth try'],
  ['tries counted by reading and writing', sharingTries, 'one try for two guesses'],
  ['a code that lives too long', lateExpiry, 'a session from an expired code'],
  ['a clock that may run back', believedClock, 'a session from an expired code'],
  ['an old code that lives on', oldCodeLives, 'a session without the newest code'],
  ['a challenge that is used twice', usedTwice, 'two sessions from one code'],
  ['no wait between codes', noWait, 'a code before its wait is over'],
  ['sends that are not counted', forgetfulLimits, 'more codes than the limits allow'],
  ['guesses that are forgiven', forgivenGuesses, 'a code in spite of too many guesses'],
  ['keys that are forgotten', forgottenKeys, 'two effects of one request'],
  ['a gateway that sends again', eagerGateway, 'two SMS for one code'],
  ['sessions that do not expire', endlessSessions, 'a session after its end'],
  ['sessions that cannot be ended', sessionsThatStay, 'a session after its end'],
]
