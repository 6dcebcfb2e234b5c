import { KbytError } from '../errors.js'
import { decodeGrant } from '../qr/decode-grant.js'
import { encodeEnvelope, toEnvelopeBytes } from '../qr/envelope.js'
import { type GrantFacts, hourMs } from '../qr/grant-facts.js'
import { encodeShownAt, toProofInput } from '../qr/holder-proof.js'
import { checkDates, skewMs } from '../qr/judge.js'
import { type ParsedJws, parseJws } from '../qr/parse-jws.js'
import type { HolderKey } from './holder-key.js'

/** What a device draws my QR from. */
export interface MyQrSource {
  /** Compact JWS each, as the server granted them; the one in force is used. */
  readonly grants: readonly string[]
  readonly holderKey: HolderKey
}

/** When {@link createMyQr} draws. */
export interface CreateMyQrOptions {
  /** Milliseconds since 1970. @defaultValue `Date.now()` */
  readonly now?: number
}

interface Grant {
  readonly jws: ParsedJws
  readonly facts: GrantFacts
}

/**
 * Draws *Mã QR của tôi* for this moment and returns the digits that the QR shows. It is taken for a
 * minute: see {@link redrawMyQr}.
 *
 * @throws {KbytError} `qr_unknown_key`: no grant is for this device's key. `qr_expired`,
 * `qr_not_yet_valid`: none is in force. In all three cases ask for new grants. `qr_malformed`: no
 * grant at all.
 * @example
 * import { createMyQr, type HolderKey } from '@kbyt/sdk/account'
 *
 * function draw(grants: string[], holderKey: HolderKey) {
 *   return createMyQr({ grants, holderKey })
 * }
 */
export async function createMyQr(
  { grants, holderKey }: MyQrSource,
  { now = Date.now() }: CreateMyQrOptions = {},
): Promise<string> {
  const { jws } = pickGrant(grants.map(readGrant), holderKey.publicKey, now)
  const { kid, payload, signature } = jws
  const shown = Uint8Array.of(...payload, ...signature, ...encodeShownAt(now))
  const before = toEnvelopeBytes({ kind: 'my-qr', kid, body: shown })
  const proof = await holderKey.sign(toProofInput(before))
  return encodeEnvelope({ kind: 'my-qr', kid, body: Uint8Array.of(...shown, ...proof) })
}

function readGrant(text: string): Grant {
  try {
    const jws = parseJws(text, 'my-qr')
    return { jws, facts: decodeGrant(jws.payload) }
  } catch (cause) {
    throw new KbytError('qr_malformed', { cause })
  }
}

/** The newest grant that has begun, of those for this key. */
function pickGrant(grants: readonly Grant[], publicKey: string, now: number): Grant {
  const own = grants
    .filter(({ facts }) => facts.holderKey === publicKey)
    .sort((one, other) => one.facts.notBefore - other.facts.notBefore)
  const begun = own.filter(({ facts }) => facts.notBefore <= now + skewMs)
  const grant = begun.at(-1) ?? own[0]
  if (!grant) throw new KbytError('qr_unknown_key')
  const { notBefore, validHours } = grant.facts
  checkDates(notBefore, notBefore + validHours * hourMs, now)
  return grant
}
