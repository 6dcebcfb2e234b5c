import { compactVerify } from 'jose/jws/compact/verify'
import { KbytError } from '../errors.js'
import { openKeySet } from '../qr/key-set.js'
import { type ParsedJws, parseJws } from '../qr/parse-jws.js'
import { checkPublicKey } from '../qr/public-key.js'
import { findStatus, listSize } from '../qr/status-list.js'
import type { PublicKey, StatusList, TrustBundle, TrustClaims } from '../schema/trust.js'
import { parseTrustClaims } from './parse-trust-claims.js'

/** Whom a host believes about everything else: pinned in its configuration, never fetched. */
export interface TrustRoot {
  readonly issuer: string
  /** The root's public keys: two while one follows the other. */
  readonly keys: readonly PublicKey[]
}

const maxLength = 4_000_000

/**
 * Checks all of a bundle but its date.
 *
 * @throws {KbytError} `trust_malformed`, `trust_forged`.
 * @throws {TypeError} The root is misconfigured.
 */
export async function openTrustBundle(jws: string, root: TrustRoot): Promise<TrustBundle> {
  if (typeof jws !== 'string') throw new TypeError('jws must be a string')
  const rootKeys = await openKeySet(root)
  const parsed = await refuse('trust_malformed', () => parse(jws))
  const key = rootKeys.get(parsed.kid)
  if (!key) throw new KbytError('trust_forged', { message: 'Not signed by the pinned root' })
  await refuse('trust_forged', () => compactVerify(jws, key, { algorithms: ['ES256'] }))

  const claims = await refuse('trust_malformed', () => parseTrustClaims(parsed.payload))
  if (claims.iss !== root.issuer)
    throw new KbytError('trust_forged', { message: 'The bundle is of another issuer' })
  return refuse('trust_malformed', () => toBundle(claims))
}

function parse(jws: string): ParsedJws {
  if (jws.length > maxLength) throw new TypeError('The bundle is too long')
  return parseJws(jws, 'bundle')
}

async function toBundle({ iss, iat, ...claims }: TrustClaims): Promise<TrustBundle> {
  const keys = claims.keys.map(checkPublicKey)
  await openKeySet({ issuer: iss, keys })
  await checkLists(claims.statusLists)
  return { ...claims, keys, issuer: iss, issuedAt: new Date(iat * 1_000).toISOString() }
}

async function checkLists(lists: readonly StatusList[]): Promise<void> {
  if (new Set(lists.map(({ list }) => list)).size < lists.length)
    throw new TypeError('Two status lists have one number')
  await Promise.all(lists.map(({ list }) => findStatus(lists, list * listSize)))
}

/** Runs a step; whatever fails in it becomes one error of ours. */
async function refuse<Result>(
  code: 'trust_malformed' | 'trust_forged',
  step: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await step()
  } catch (cause) {
    throw new KbytError(code, { cause })
  }
}
