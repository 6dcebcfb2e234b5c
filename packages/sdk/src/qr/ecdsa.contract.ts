import { expect, it } from 'vitest'
// biome-ignore lint/correctness/useImportExtensions: JSON keeps its extension
import vectors from '../../vectors/ecdsa-p256.json' with { type: 'json' }
import { fromHex } from './hex.js'
import { isLowS } from './low-s.js'
import { importPublicKey } from './public-key.js'
import { toKid } from './to-kid.js'

const p256 = { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' } as const
const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const isUpper = (signature: string) => BigInt(`0x${signature.slice(64) || '0'}`) > order / 2n

/** The 262 cases of Wycheproof through what verifyQr does with a signature, wherever this runs. */
export function testEcdsa(engine: string) {
  it.each(vectors.groups)(
    `takes in ${engine} what Wycheproof takes, if its s is low: $x`,
    async ({ x, y, tests }) => {
      const kid = await toKid({ ...p256, x, y })
      const key = await importPublicKey({ ...p256, x, y, kid })

      for (const { id, msg, sig, isValid } of tests) {
        const signature = fromHex(sig)
        const isTaken =
          isLowS(signature) && (await crypto.subtle.verify(algorithm, key, signature, fromHex(msg)))
        expect({ id, isTaken }).toEqual({ id, isTaken: isValid && !isUpper(sig) })
      }
    },
  )
}
