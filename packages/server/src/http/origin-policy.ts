import { KbytError } from '@kbyt/sdk'
import type { PublishableKey } from '../ports.js'

/**
 * Which pages may call. Owns: the portal's own origins and those of each publishable key, compared
 * whole and exactly. It keeps abuse away; it proves nobody, for outside browsers an Origin is free to forge.
 */
export interface OriginPolicy {
  /** The portal's own page, which needs no key. */
  isOwn(origin: string): boolean
  /** Our own or some key's: who gets CORS headers. */
  isKnown(origin: string): boolean
  /** @throws {KbytError} `key_unknown` or `origin_not_allowed`. */
  check(origin: string | undefined, key: string | undefined): void
}

export function createOriginPolicy(
  findOrigins: () => readonly string[],
  findKeys: () => readonly PublishableKey[],
): OriginPolicy {
  const isOwn = (origin: string) => findOrigins().includes(origin)
  return {
    isOwn,
    isKnown: (origin) =>
      isOwn(origin) || findKeys().some(({ origins }) => origins.includes(origin)),
    check(origin, key) {
      const known = key === undefined ? undefined : findKeys().find((each) => each.key === key)
      if (key !== undefined && !known) throw new KbytError('key_unknown')
      if (origin === undefined || isOwn(origin)) return
      if (!known?.origins.includes(origin)) throw new KbytError('origin_not_allowed')
    },
  }
}
