import { encode } from 'jose/base64url'
import { compactVerify } from 'jose/jws/compact/verify'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import vectors from '../../vectors/jws-es256.json' with { type: 'json' }
import { isKbytError } from '../errors.js'
import { checkPublicKey, importPublicKey } from '../qr/public-key.js'
import { toKid } from '../qr/to-kid.js'
import { verifyTrustBundle } from './index.js'
import { fromBase64url } from './trust.setup.js'

const cases = vectors.groups.flatMap(({ keys, comment, tests }) =>
  tests.map((test) => ({ ...test, keys, name: `${comment}: ${test.comment} (${test.id})` })),
)

/** A key of theirs as ours: their kids are names, ours is the thumbprint. */
async function toOurs(key: object) {
  const { x, y } = z.object({ x: z.string(), y: z.string() }).parse(key)
  const kid = await toKid({ kty: 'EC', crv: 'P-256', x, y })
  return checkPublicKey({ ...key, kid })
}

/** What our verification does with a JWS whose header is their own: key rules, one form, jose. */
async function isTaken(jws: string, keys: readonly object[]): Promise<boolean> {
  try {
    const [key, ...more] = keys
    if (!key || more.length > 0) return false
    const [header = '', payload = '', signature = ''] = jws.split('.')
    for (const part of [header, payload, signature])
      if (encode(fromBase64url(part)) !== part) return false
    await compactVerify(jws, await importPublicKey(await toOurs(key)), { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}

/** The ES256 and P-256 cases of Wycheproof's JWS and JWK, wherever this runs. */
export function testWycheproofJws(engine: string) {
  describe(`Wycheproof, JWS and JWK of P-256, in ${engine}`, () => {
    it('has the cases that are ours', () => {
      expect(cases.length).toBe(46)
      expect(cases.filter(({ isValid }) => isValid).length).toBe(2)
    })

    it.each(cases)('judges as Wycheproof does: $name', async ({ jws, keys, isValid }) => {
      expect(await isTaken(jws, keys)).toBe(isValid)
    })

    it.each(cases)('takes none of them for a bundle: $name', async ({ jws }) => {
      const root = { issuer: 'kbyt.example', keys: [] }

      const error = await verifyTrustBundle(jws, { root }).catch((reason: unknown) => reason)

      expect(isKbytError(error) && error.code).toBe('trust_malformed')
    })
  })
}
