import { checkLimit, dayMs, minuteMs } from '../limits/check-limit.js'
import type { Alarm } from '../ports.js'
import type { BlindIndex, LimitStore } from '../store/store.js'

const windowMs = 15 * minuteMs
const perUsernameAndNetwork = 10
const perUsername = 30
const perNetwork = 100
const knownNetworkMs = 30 * dayMs
/** Of a million codes three are good at a time: whoever knows the password still has one chance in 16,000. */
const totpPerDay = 20

/**
 * Owns: how often a password or a TOTP code is guessed. Each attempt counts before it is looked at, and
 * a right one is given back. Nobody is locked out: windows pass, and a network the officer came from
 * before does not count what strangers elsewhere try under the same name.
 */
export interface LoginLimits {
  /** @throws {KbytError} `rate_limited`. */
  countAttempt(username: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
  /** Gives the attempt back: the password was right. */
  forgetAttempt(username: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
  /** Gives the attempt back and remembers the network. */
  countSuccess(username: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
  /**
   * Who comes from the OpenID provider has no name here yet: their network alone counts.
   *
   * @throws {KbytError} `rate_limited`.
   */
  countNetwork(network: BlindIndex, nowMs: number): Promise<void>
  forgetNetwork(network: BlindIndex, nowMs: number): Promise<void>
  /**
   * Only whoever knows the password comes here, so a day's guesses may end in a day's wait.
   *
   * @throws {KbytError} `rate_limited`, and raises an alarm the first time.
   */
  countTotpAttempt(officerId: string, nowMs: number): Promise<void>
  forgetTotpAttempt(officerId: string, nowMs: number): Promise<void>
}

export function createLoginLimits(
  limits: LimitStore,
  raiseAlarm: (alarm: Alarm) => void,
): LoginLimits {
  const networkKey = (network: BlindIndex) => `login:network:${network}`
  const pairKey = (username: BlindIndex, network: BlindIndex) => `login:pair:${username}:${network}`
  const nameKey = (username: BlindIndex) => `login:name:${username}`
  const totpKey = (officerId: string) => `login:totp:${officerId}`
  const knownKey = (username: BlindIndex, network: BlindIndex) =>
    `login:known:${username}:${network}`

  async function count(key: string, max: number, nowMs: number): Promise<void> {
    checkLimit(await limits.hit(key, windowMs, nowMs), max, 'rate_limited', nowMs)
  }

  async function isKnown(username: BlindIndex, network: BlindIndex, nowMs: number) {
    const known = await limits.peek(knownKey(username, network), knownNetworkMs, nowMs)
    return known.count > 0
  }

  async function forgetAttempt(username: BlindIndex, network: BlindIndex, nowMs: number) {
    const counted = [networkKey(network), pairKey(username, network)]
    if (!(await isKnown(username, network, nowMs))) counted.push(nameKey(username))
    for (const key of counted) await limits.hit(key, windowMs, nowMs, -1)
  }

  return {
    forgetAttempt,

    async countAttempt(username, network, nowMs) {
      await count(networkKey(network), perNetwork, nowMs)
      await count(pairKey(username, network), perUsernameAndNetwork, nowMs)
      if (!(await isKnown(username, network, nowMs))) {
        await count(nameKey(username), perUsername, nowMs)
      }
    },

    async countSuccess(username, network, nowMs) {
      await forgetAttempt(username, network, nowMs)
      await limits.hit(knownKey(username, network), knownNetworkMs, nowMs)
    },

    countNetwork: (network, nowMs) => count(networkKey(network), perNetwork, nowMs),

    async forgetNetwork(network, nowMs) {
      await limits.hit(networkKey(network), windowMs, nowMs, -1)
    },

    async countTotpAttempt(officerId, nowMs) {
      const counted = await limits.hit(totpKey(officerId), dayMs, nowMs)
      if (counted.count === totpPerDay + 1) raiseAlarm({ code: 'totp_guessing', officerId })
      checkLimit(counted, totpPerDay, 'rate_limited', nowMs)
    },

    async forgetTotpAttempt(officerId, nowMs) {
      await limits.hit(totpKey(officerId), dayMs, nowMs, -1)
    },
  }
}
