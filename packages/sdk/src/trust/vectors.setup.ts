// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import myQr from '../../vectors/my-qr.json' with { type: 'json' }
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import pass from '../../vectors/pass.json' with { type: 'json' }
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import bundles from '../../vectors/trust.json' with { type: 'json' }
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import venue from '../../vectors/venue.json' with { type: 'json' }
import type { QrTrust } from '../qr/key-set.js'
import { verifyMyQr } from '../qr/verify-my-qr.js'
import { verifyQr } from '../qr/verify-qr.js'
import { verifyVenueQr } from '../qr/verify-venue-qr.js'
import { type TrustRoot, verifyTrustBundle } from './index.js'

export { bundles, myQr }

/** What is signed, its vectors, and what judges a text of it. */
export interface SignedKind {
  readonly valid: readonly {
    readonly name: string
    readonly text: string
    readonly result: object
  }[]
  readonly invalid: readonly {
    readonly name: string
    readonly text: string
    readonly code: string
  }[]
  readonly verify: (text: string) => Promise<object>
}

export const root = bundles.root as TrustRoot

export type KindName = 'pass' | 'my QR' | 'venue' | 'trust bundle'

export const signedKinds: Readonly<Record<KindName, SignedKind>> = {
  pass: {
    ...pass,
    valid: pass.valid.map(({ pass: result, ...vector }) => ({ ...vector, result })),
    verify: (text) => verifyQr(text, { trust: pass.trust as QrTrust, now: pass.now }),
  },
  'my QR': {
    ...myQr,
    verify: (text) => verifyMyQr(text, { trust: myQr.trust as QrTrust, now: myQr.now }),
  },
  venue: {
    ...venue,
    verify: (text) =>
      verifyVenueQr(text, { trust: venue.trust as QrTrust, hosts: venue.hosts, now: venue.now }),
  },
  'trust bundle': {
    ...bundles,
    verify: (text) => verifyTrustBundle(text, { root, now: bundles.now }),
  },
}
