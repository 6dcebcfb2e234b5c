import { compactVerify } from 'jose/jws/compact/verify'
import { KbytError } from '../errors.js'
import type { CheckedPass } from '../schema/pass.js'
import { decodePass } from './decode-pass.js'
import { decodeEnvelope } from './envelope.js'
import { cutBody, toJws } from './jws.js'
import { openKeySet, type QrTrust } from './key-set.js'
import { dayMs, type PassFacts } from './pass-facts.js'

export interface VerifyQrOptions {
  readonly trust: QrTrust
  /** Milliseconds since 1970. @defaultValue `Date.now()` */
  readonly now?: number
}

/** A pass whose signature, form and dates hold. */
export interface VerifiedPass extends CheckedPass {
  readonly issuer: string
  readonly kid: string
  /** The same token as a compact JWS (RFC 7515), for any JOSE library. */
  readonly jws: string
}

/** How far the issuer's clock may be ahead of ours. */
const skewMs = 60_000

/**
 * Checks a scanned pass without a network and returns what it says. White space around the text, as
 * readers add it, does not matter; anything else makes it another text.
 *
 * @throws {KbytError} `qr_foreign`: no code of ours (see {@link recognizeQr}). `qr_malformed`:
 * damaged, scan again. `qr_wrong_kind`: ours, but no pass. `qr_unknown_key`: another issuer's, or
 * the key set is old. `qr_forged`: not what was signed. `qr_not_yet_valid`: dated over a minute
 * ahead of our clock. `qr_expired`: ask for a new declaration.
 * @throws {TypeError} The trust is misconfigured: a private, foreign or doubled key, no issuer.
 * @example
 * import { verifyQr } from '@kbyt/sdk/qr'
 * import type { KeySet } from '@kbyt/sdk/schema'
 *
 * async function check(scanned: string, { keys }: KeySet) {
 *   const pass = await verifyQr(scanned, { trust: { issuer: 'kbyt.example', keys } })
 *   return `${pass.displayName}, ${pass.birthYear}, …${pass.idEnding}`
 * }
 */
export async function verifyQr(text: string, options: VerifyQrOptions): Promise<VerifiedPass> {
  const { trust, now = Date.now() } = options
  if (typeof text !== 'string') throw new TypeError('text must be a string')
  if (!Number.isFinite(now)) throw new TypeError('now must be milliseconds since 1970')
  const keys = await openKeySet(trust)

  const envelope = decodeEnvelope(text)
  if (envelope.kind !== 'pass') throw new KbytError('qr_wrong_kind')
  const signed = cutBody(envelope.body)
  const key = keys.get(envelope.kid)
  if (!key) throw new KbytError('qr_unknown_key')
  const jws = toJws(envelope, signed)
  await checkSignature(jws, key)

  const pass = toCheckedPass(decodePass(signed.payload), now)
  return { ...pass, issuer: trust.issuer, kid: envelope.kid, jws }
}

async function checkSignature(jws: string, key: CryptoKey): Promise<void> {
  try {
    await compactVerify(jws, key, { algorithms: ['ES256'] })
  } catch (cause) {
    throw new KbytError('qr_forged', { cause })
  }
}

function toCheckedPass({ declaredAt, validDays, ...facts }: PassFacts, now: number): CheckedPass {
  const validUntil = declaredAt + validDays * dayMs
  if (declaredAt > now + skewMs) throw new KbytError('qr_not_yet_valid')
  if (validUntil <= now) throw new KbytError('qr_expired')
  return {
    ...facts,
    declaredAt: new Date(declaredAt).toISOString(),
    validUntil: new Date(validUntil).toISOString(),
  }
}
