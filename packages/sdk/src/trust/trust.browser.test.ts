import { expect, it } from 'vitest'
import { now } from '../qr/qr.setup.js'
import { verifyQr } from '../qr/verify-qr.js'
import { testCodes } from './codes.contract.js'
import { createBrowserTrustStore, createMemoryTrustStore, createTrustKeeper } from './index.js'
import { setupTrust } from './trust.setup.js'
import { testDurableTrustStore, testTrustStore } from './trust-store.contract.js'
import { testVectors } from './vectors.contract.js'
import { testWycheproofJws } from './wycheproof.contract.js'

testTrustStore('memory in Chromium', () => {
  const store = createMemoryTrustStore()
  return { createStore: () => store }
})

const openDatabase = () => {
  const name = `trust-${crypto.randomUUID()}`
  return { createStore: () => createBrowserTrustStore(name) }
}
testTrustStore('IndexedDB', openDatabase)
testDurableTrustStore('IndexedDB', openDatabase)

it('refuses a revoked pass after a reload without a network', async () => {
  const { root, sign, revoking, text } = await setupTrust()
  const store = openDatabase().createStore()
  const options = { root, store, clock: () => now }
  const fetchBundle = () => sign({ statusLists: [revoking] })
  await createTrustKeeper({ ...options, fetchBundle }).refresh()

  const reloaded = createTrustKeeper({ ...options, fetchBundle: () => Promise.reject(new Error()) })
  const state = await reloaded.load()

  if (state.age === 'none') throw new Error('The store lost the bundle')
  await expect(verifyQr(text, { trust: state.bundle, now })).rejects.toMatchObject({
    code: 'qr_revoked',
  })
})

testVectors('Chromium')
testCodes('Chromium')
testWycheproofJws('Chromium')
