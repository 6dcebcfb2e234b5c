import { KbytError } from '../errors.js'
import type { CheckedPass } from '../schema/pass.js'
import { decodePass } from './decode-pass.js'
import { decodeEnvelope } from './envelope.js'
import { checkDates, decide, isVouchedFor, toJudgedTime } from './judge.js'
import { cutBody } from './jws.js'
import { dayMs, type PassFacts } from './pass-facts.js'
import { proveSignature } from './prove-signature.js'
import { openOptions, type VerifyQrOptions } from './verify-options.js'

/** A pass whose signature, form and dates hold. */
export interface VerifiedPass extends CheckedPass {
  readonly issuer: string
  readonly kid: string
  /** The same token as a compact JWS (RFC 7515), for any JOSE library. */
  readonly jws: string
}

/**
 * Checks a scanned pass without a network and returns what it says. White space around the text, as
 * readers add it, does not matter; anything else makes it another text.
 *
 * @throws {KbytError} `qr_foreign`: no code of ours (see {@link recognizeQr}). `qr_malformed`:
 * damaged, scan again. `qr_wrong_kind`: ours, but no pass. `qr_unknown_key`: another issuer's, or
 * the key set is old. `qr_forged`: not what was signed. `qr_not_yet_valid`: dated over a minute
 * ahead of our clock. `qr_expired`: ask for a new declaration. With a bundle for a trust also
 * `qr_revoked`: withdrawn or suspended; `trust_stale`: the bundle is over 72 hours old or does not know
 * the pass, whose checked facts `error.pass` holds: show them under "ask an officer".
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
  const { trust, now } = await openOptions(text, options)
  const envelope = decodeEnvelope(text)
  if (envelope.kind !== 'pass') throw new KbytError('qr_wrong_kind')
  const signed = cutBody(envelope.body)
  const jws = await proveSignature(trust.keys, envelope, signed)

  const facts = decodePass(signed.payload)
  const pass = { ...toCheckedPass(facts), issuer: trust.issuer, kid: envelope.kid, jws }
  checkDates(facts.declaredAt, toEnd(facts), toJudgedTime(trust, now))
  const { statusIndex, declaredAt: issuedAt } = facts
  return decide(pass, await isVouchedFor(trust, { statusIndex, issuedAt }, now))
}

const toEnd = ({ declaredAt, validDays }: PassFacts) => declaredAt + validDays * dayMs

function toCheckedPass(facts: PassFacts): CheckedPass {
  const { declaredAt, validDays: _, ...said } = facts
  return {
    ...said,
    declaredAt: new Date(declaredAt).toISOString(),
    validUntil: new Date(toEnd(facts)).toISOString(),
  }
}
