import { expect, it } from 'vitest'
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import myQr from '../../vectors/my-qr.json' with { type: 'json' }
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import bundles from '../../vectors/trust.json' with { type: 'json' }
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import venue from '../../vectors/venue.json' with { type: 'json' }
import { isKbytError } from '../errors.js'
import type { QrTrust } from '../qr/key-set.js'
import { verifyMyQr } from '../qr/verify-my-qr.js'
import { verifyQr } from '../qr/verify-qr.js'
import { verifyVenueQr } from '../qr/verify-venue-qr.js'
import { type TrustRoot, verifyTrustBundle } from './index.js'

interface Vectors {
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
}

const root = bundles.root as TrustRoot
const kinds: [string, Vectors, (text: string) => Promise<object>][] = [
  ['my QR', myQr, (text) => verifyMyQr(text, { trust: myQr.trust as QrTrust, now: myQr.now })],
  [
    'venue',
    venue,
    (text) =>
      verifyVenueQr(text, { trust: venue.trust as QrTrust, hosts: venue.hosts, now: venue.now }),
  ],
  ['trust bundle', bundles, (text) => verifyTrustBundle(text, { root, now: bundles.now })],
]

/** The vectors of every kind but the pass, wherever this runs: each engine says the same. */
export function testVectors(engine: string) {
  for (const [kind, { valid, invalid }, verify] of kinds) {
    it.each(valid)(`takes in ${engine} the ${kind} "$name"`, async ({ text, result }) => {
      expect(await verify(text)).toEqual(result)
    })

    it.each(invalid)(`refuses in ${engine} the ${kind} "$name" as $code`, async (vector) => {
      await expect(verify(vector.text)).rejects.toMatchObject({ code: vector.code })
    })
  }

  it.each(bundles.passes)(`says in ${engine} $expected of the pass $name`, async (vector) => {
    const { text = '' } = bundles.valid.find(({ name }) => name === vector.bundle) ?? {}
    const trust = await verifyTrustBundle(text, { root, now: bundles.now })

    const said = await verifyQr(vector.text, { trust, now: bundles.now }).then(
      () => 'valid',
      (error: unknown) => (isKbytError(error) ? error.code : 'another error'),
    )

    expect(said).toBe(vector.expected)
  })
}
