import { expect, it } from 'vitest'
import { hourMs, setupMyQr } from '../qr/my-qr.setup.js'
import { now } from '../qr/qr.setup.js'
import { signGrant } from '../qr/sign.js'
import { verifyMyQr } from '../qr/verify-my-qr.js'
import { createMyQr, type HolderKeyStore, openHolderKey } from './index.js'

/** What every store of a holder key does, in every engine. */
export function testHolderStore(name: string, createStore: () => HolderKeyStore) {
  it(`keeps one key: ${name}`, async () => {
    const store = createStore()

    const [first, again] = [await openHolderKey(store), await openHolderKey(store)]

    expect(first.publicKey).toMatch(/^A[\w-]{43}$/)
    expect(again.publicKey).toBe(first.publicKey)
  })

  it(`gives two that open at once the same key: ${name}`, async () => {
    const store = createStore()

    const [one, other] = await Promise.all([openHolderKey(store), openHolderKey(store)])

    expect(one.publicKey).toBe(other.publicKey)
  })

  it(`keeps a key that nobody can extract: ${name}`, async () => {
    const store = createStore()
    await openHolderKey(store)

    const pair = await store.load()

    expect(pair?.privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', pair!.privateKey)).rejects.toThrow()
  })

  it(`makes a new key after the old one was cleared: ${name}`, async () => {
    const store = createStore()
    const { publicKey } = await openHolderKey(store)

    await store.clear()

    expect((await openHolderKey(store)).publicKey).not.toBe(publicKey)
  })

  it(`draws a code that a verifier takes: ${name}`, async () => {
    const { signer, facts, options } = await setupMyQr()
    const holderKey = await openHolderKey(createStore())
    const grants = [await signGrant(signer, { ...facts, holderKey: holderKey.publicKey })]

    const text = await createMyQr({ grants, holderKey }, { now: now + hourMs })

    const shown = await verifyMyQr(text, { ...options, now: now + hourMs })
    expect(shown.grantId).toBe(facts.grantId)
  })
}
