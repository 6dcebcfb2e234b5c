import { expect, it } from 'vitest'
import { isKbytError } from '../errors.js'
import { verifyQr } from '../qr/verify-qr.js'
import { verifyTrustBundle } from './index.js'
import { bundles, root, signedKinds } from './vectors.setup.js'

// Those of the pass are tried beside verifyQr.
const kinds = ['my QR', 'venue', 'trust bundle'] as const

/** The vectors of every kind but the pass, wherever this runs: each engine says the same. */
export function testVectors(engine: string) {
  for (const kind of kinds) {
    const { valid, invalid, verify } = signedKinds[kind]
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
