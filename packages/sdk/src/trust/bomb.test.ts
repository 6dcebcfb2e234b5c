import { deflateSync } from 'node:zlib'
import { encode } from 'jose/base64url'
import { expect, it } from 'vitest'
import { verifyTrustBundle } from './index.js'
import { readClaims, setupTrust, signRaw } from './trust.setup.js'

// ATTACKS.md §10, case 31: what a browser does not tell, Node does.
it('31: twenty bombs of 17 MB cost no memory', async () => {
  const { jws, rootKey, options } = await setupTrust()
  const lst = encode(deflateSync(new Uint8Array(17_000_000)))
  const statusLists = Array.from({ length: 20 }, (_, list) => ({ list, bits: 2, lst }))
  const claims = JSON.stringify({ ...JSON.parse(readClaims(jws)), statusLists })
  const text = await signRaw(rootKey, claims)
  const before = process.memoryUsage().rss

  await expect(verifyTrustBundle(text, options)).rejects.toMatchObject({ code: 'trust_malformed' })

  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})
