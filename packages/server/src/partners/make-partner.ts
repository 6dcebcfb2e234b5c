import { encode } from 'jose/base64url'
import type { RandomBytes } from '../ports.js'
import type { PartnerRow } from '../store/store.js'

/** What the administrator says of a partner. */
export interface NewPartner {
  readonly name: string
  readonly origins: readonly string[]
}

/**
 * Makes a partner with a new key.
 *
 * @throws {TypeError} when an origin is none, or is open to eavesdroppers.
 */
export function makePartner(
  { name, origins }: NewPartner,
  randomBytes: RandomBytes,
  nowMs: number,
): PartnerRow {
  checkOrigins(origins)
  return {
    publishableKey: `kbyt_pk_${encode(randomBytes(16))}`,
    name,
    origins,
    createdAt: nowMs,
  }
}

/** @throws {TypeError} naming the first origin that will not do. */
export function checkOrigins(origins: readonly string[]): void {
  if (origins.length === 0) throw new TypeError('a partner needs at least one origin')
  for (const origin of origins) {
    const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin
    if (!isOrigin || !isSafe(new URL(origin))) {
      throw new TypeError(
        `${origin} must be an origin such as https://partner.vn, nothing after it`,
      )
    }
  }
}

/** Browsers count this machine as safe too: a developer's page. */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
