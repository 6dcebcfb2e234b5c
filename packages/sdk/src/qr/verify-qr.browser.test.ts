import { expect, it } from 'vitest'
import { testEcdsa } from './ecdsa.contract.js'
import { recognizeQr, verifyQr } from './index.js'
import { setupIssuer, vectors } from './qr.setup.js'

const trust = vectors.trust as Parameters<typeof verifyQr>[1]['trust']

it.each(vectors.valid)('takes in a browser the vector "$name"', async ({ text, pass }) => {
  expect(await verifyQr(text, { trust, now: vectors.now })).toEqual(pass)
})

it.each(vectors.invalid)('refuses in a browser the vector "$name" as $code', async (vector) => {
  const verified = verifyQr(vector.text, { trust, now: vectors.now })

  await expect(verified).rejects.toMatchObject({ code: vector.code })
})

it('takes in a browser what was signed there, as in the mock', async () => {
  const { text, options } = await setupIssuer()

  expect((await verifyQr(text, options)).displayName).toBe('N.T.P. Thảo')
})

it('knows a pass from an address in a browser', () => {
  expect(recognizeQr(vectors.valid[0]!.text).kind).toBe('pass')
  expect(recognizeQr('javascript:alert(1)').kind).toBe('url')
})

testEcdsa('Chromium')
