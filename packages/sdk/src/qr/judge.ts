import { KbytError, type UndecidedPass } from '../errors.js'
import type { OpenTrust } from './open-trust.js'
import { findStatus } from './status-list.js'

/** How far the issuer's clock may be ahead of ours. */
export const skewMs = 60_000
/** From here on a bundle is too old for a plain "valid". */
export const staleAfterMs = 72 * 3_600_000

/**
 * The time to judge by: ours, but never before what the issuer signed into the bundle. So an expired
 * code stays expired on a device whose clock was set back.
 */
export function toJudgedTime({ bundle }: OpenTrust, now: number): number {
  return Math.max(now, bundle?.issuedAt ?? now)
}

/** @throws {KbytError} `qr_not_yet_valid`, `qr_expired`. */
export function checkDates(from: number, until: number, now: number): void {
  if (from > now + skewMs) throw new KbytError('qr_not_yet_valid')
  if (until <= now) throw new KbytError('qr_expired')
}

/**
 * Whether the trust can vouch for a code: it is young enough and knows the code's status. A code that
 * is younger than the bundle stands in no list of it yet.
 *
 * @throws {KbytError} `qr_revoked`: revoked or suspended.
 */
export async function isVouchedFor(
  { bundle }: OpenTrust,
  code: { readonly statusIndex: number; readonly issuedAt: number },
  now: number,
): Promise<boolean> {
  if (!bundle) return true
  const status = await findStatus(bundle.statusLists, code.statusIndex)
  if (status !== undefined && status !== 0) throw new KbytError('qr_revoked')
  return !isStale(bundle, now) && (status === 0 || code.issuedAt > bundle.issuedAt - skewMs)
}

/** Whether a bundle is too old to decide by. */
export function isStale({ issuedAt }: { readonly issuedAt: number }, now: number): boolean {
  return now - issuedAt > staleAfterMs
}

/** @throws {KbytError} `trust_stale` with the pass, unless it is vouched for. */
export function decide<Pass extends UndecidedPass>(pass: Pass, isVouched: boolean): Pass {
  if (!isVouched) throw new KbytError('trust_stale', { pass })
  return pass
}
