import { skewMs, staleAfterMs } from '../qr/judge.js'
import type { TrustBundle } from '../schema/trust.js'

const ageingAfterMs = 24 * 3_600_000

/** What a verifier holds, and what its screen should say about it. */
export type TrustState =
  | { readonly age: 'none' }
  | {
      /** `ageing` after 24 hours: warn. `stale` after 72: nothing is called valid any more. */
      readonly age: 'fresh' | 'ageing' | 'stale'
      /** Hand it to `verifyQr`, `verifyMyQr` and `verifyVenueQr`. */
      readonly bundle: TrustBundle
      readonly ageMs: number
      /** The bundle is dated ahead of this device: its clock was set back. */
      readonly isClockBehind: boolean
    }

/** How old a bundle is, by its own date. */
export function toTrustState(bundle: TrustBundle | undefined, now: number): TrustState {
  if (!bundle) return { age: 'none' }
  const ageMs = now - Date.parse(bundle.issuedAt)
  const isClockBehind = ageMs < -skewMs
  if (ageMs > staleAfterMs) return { age: 'stale', bundle, ageMs, isClockBehind }
  return { age: ageMs > ageingAfterMs ? 'ageing' : 'fresh', bundle, ageMs, isClockBehind }
}
