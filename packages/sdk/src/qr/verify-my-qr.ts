import { KbytError } from '../errors.js'
import { decodeGrant } from './decode-grant.js'
import { decodeEnvelope, type Envelope, toEnvelopeBytes } from './envelope.js'
import { type GrantFacts, hourMs } from './grant-facts.js'
import { cutProof, type HolderProof, proveHolder } from './holder-proof.js'
import { checkDates, decide, isVouchedFor, toJudgedTime } from './judge.js'
import { signatureLength } from './low-s.js'
import type { OpenTrust } from './open-trust.js'
import { proveSignature } from './prove-signature.js'
import type { SeenCodes } from './seen-codes.js'
import { openOptions, type VerifyQrOptions } from './verify-options.js'

/** Whom {@link verifyMyQr} trusts, and whether a code counts once. */
export interface VerifyMyQrOptions extends VerifyQrOptions {
  /** Refuses a code that was noted before; without it a code may be shown again while it is young. */
  readonly seen?: SeenCodes
  /** Stops the check, which then rejects with the signal's own reason; `seen` is handed it. */
  readonly signal?: AbortSignal | undefined
}

/** A my QR whose two signatures, form and times hold. */
export interface VerifiedMyQr {
  readonly grantId: string
  readonly statusIndex: number
  readonly displayName: string
  readonly birthYear: number
  readonly validFrom: string
  readonly validUntil: string
  /** When the device drew the code, by the device's clock. */
  readonly shownAt: string
  readonly issuer: string
  readonly kid: string
  /** The grant as a compact JWS (RFC 7515), for any JOSE library. */
  readonly jws: string
}

/** A code is redrawn every 30 s, and taken for 60 s; the clocks may be 30 s apart either way. */
const lifeMs = 60_000
const clockSkewMs = 30_000

/**
 * Checks a scanned *Mã QR của tôi* without a network: the issuer granted it, the device with the
 * granted key drew it, and that less than a minute ago. It is hard to pass on; a live relay (a video
 * call) is not prevented.
 *
 * @throws {KbytError} As `verifyQr`, and `qr_expired`: also a code drawn too long ago, scan the live
 * one. `qr_not_yet_valid`: also a device whose clock is ahead. `qr_replayed`: shown before.
 * @throws {TypeError} The trust is misconfigured.
 * @example
 * import { createSeenCodes, verifyMyQr } from '@kbyt/sdk/qr'
 * import type { TrustBundle } from '@kbyt/sdk/schema'
 *
 * const seen = createSeenCodes()
 *
 * async function check(scanned: string, trust: TrustBundle) {
 *   const { displayName, birthYear } = await verifyMyQr(scanned, { trust, seen })
 *   return `${displayName}, ${birthYear}`
 * }
 */
export async function verifyMyQr(text: string, options: VerifyMyQrOptions): Promise<VerifiedMyQr> {
  const { seen, signal } = options
  signal?.throwIfAborted()
  const { trust, now } = await openOptions(text, options)
  const envelope = decodeEnvelope(text)
  if (envelope.kind !== 'my-qr') throw new KbytError('qr_wrong_kind')
  const proof = cutProof(envelope.body)
  const jws = await proveSignature(trust.keys, envelope, proof.grant)
  const grant = decodeGrant(proof.grant.payload)
  await proveHolder(grant.holderKey, proof.signature, toSigned(envelope))

  const checked = { ...toMyQr(grant, proof), issuer: trust.issuer, kid: envelope.kid, jws }
  checkTimes(grant, proof, toJudgedTime(trust, now))
  return judge(checked, proof, { trust, now, seen, signal })
}

const toSigned = (envelope: Envelope) => toEnvelopeBytes(envelope).subarray(0, -signatureLength)
const toEnd = ({ notBefore, validHours }: GrantFacts) => notBefore + validHours * hourMs
const toIso = (at: number) => new Date(at).toISOString()

function toMyQr(grant: GrantFacts, { shownAt }: HolderProof) {
  const { grantId, statusIndex, displayName, birthYear, notBefore } = grant
  const dates = { validFrom: toIso(notBefore), validUntil: toIso(toEnd(grant)) }
  return { grantId, statusIndex, displayName, birthYear, ...dates, shownAt: toIso(shownAt) }
}

function checkTimes(grant: GrantFacts, { shownAt }: HolderProof, now: number): void {
  checkDates(grant.notBefore, toEnd(grant), now)
  if (shownAt > now + clockSkewMs) throw new KbytError('qr_not_yet_valid')
  if (shownAt < now - lifeMs - clockSkewMs) throw new KbytError('qr_expired')
}

interface Judging {
  readonly trust: OpenTrust
  readonly now: number
  readonly seen: SeenCodes | undefined
  readonly signal: AbortSignal | undefined
}

async function judge(checked: VerifiedMyQr, { shownAt }: HolderProof, judging: Judging) {
  const { trust, now, seen, signal } = judging
  signal?.throwIfAborted()
  const { grantId, statusIndex } = checked
  const issuedAt = Date.parse(checked.validFrom)
  const isVouched = await isVouchedFor(trust, { statusIndex, issuedAt }, now)
  const until = shownAt + lifeMs + clockSkewMs + 1
  const sighting = { code: `${grantId}.${shownAt}`, now, until, signal }
  const isNew = (await seen?.note(sighting)) ?? true
  signal?.throwIfAborted()
  if (!isNew) throw new KbytError('qr_replayed')
  return decide(checked, isVouched)
}
