import { checkLimit, dayMs, minuteMs } from '../limits/check-limit.js'
import type { BlindIndex, LimitStore } from '../store/store.js'

const windowMs = 15 * minuteMs
const perUsernameAndNetwork = 10
const perUsername = 30
const perNetwork = 100
const knownNetworkMs = 30 * dayMs

/**
 * Owns: how often a password is tried. Nobody is locked out: windows pass, and a network the officer
 * came from before does not count what strangers elsewhere try under the same name.
 */
export interface LoginLimits {
  /** @throws {KbytError} `rate_limited`. */
  countAttempt(username: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
  rememberNetwork(username: BlindIndex, network: BlindIndex, nowMs: number): Promise<void>
}

export function createLoginLimits(limits: LimitStore): LoginLimits {
  const knownKey = (username: BlindIndex, network: BlindIndex) =>
    `login:known:${username}:${network}`

  async function count(key: string, max: number, nowMs: number): Promise<void> {
    checkLimit(await limits.hit(key, windowMs, nowMs), max, 'rate_limited', nowMs)
  }

  return {
    async countAttempt(username, network, nowMs) {
      await count(`login:network:${network}`, perNetwork, nowMs)
      await count(`login:pair:${username}:${network}`, perUsernameAndNetwork, nowMs)
      const known = await limits.peek(knownKey(username, network), knownNetworkMs, nowMs)
      if (known.count === 0) await count(`login:name:${username}`, perUsername, nowMs)
    },

    async rememberNetwork(username, network, nowMs) {
      await limits.hit(knownKey(username, network), knownNetworkMs, nowMs)
    },
  }
}
