import { generateSigningKey, importSigner } from '@kbyt/sdk/qr/sign'
import { expect, it } from 'vitest'
import { openKey } from './node-signing.js'

const payload = Uint8Array.of(1, 2, 3)

/** Whether WebCrypto takes the signature of a signer for one of the other's, too. */
async function isTaken(signature: Uint8Array<ArrayBuffer>, by: Awaited<ReturnType<typeof setup>>) {
  const { kty, crv, x, y } = by.signer.publicKey
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
  const [signed = new Uint8Array()] = by.signed
  return crypto.subtle.verify(algorithm, key, signature, new Uint8Array(signed))
}

async function setup() {
  const signed: Uint8Array[] = []
  const signer = await importSigner(await generateSigningKey(), async (key) => {
    const sign = await openKey(key)
    return (bytes) => {
      if (bytes.length > 1) signed.push(bytes) // the first probes whether both halves belong together
      return sign(bytes)
    }
  })
  return { signer, signed }
}

it('signs what WebCrypto verifies', async () => {
  const [one, other] = [await setup(), await setup()]

  const signature = await one.signer.sign('pass', payload)
  await other.signer.sign('pass', payload)

  expect([await isTaken(signature, one), await isTaken(signature, other)]).toEqual([true, false])
})

it('refuses a key whose halves do not belong together, or that is none', async () => {
  const [key, other] = [await generateSigningKey(), await generateSigningKey()]

  await expect(importSigner({ ...key, d: other.d }, openKey)).rejects.toThrow(TypeError)
  await expect(importSigner({ ...key, d: '' }, openKey)).rejects.toThrow(TypeError)
})
