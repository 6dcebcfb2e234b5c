import { expect, it } from 'vitest'
import type { TrustStore } from './index.js'

/** What every store of a bundle does, in every engine. `createStore` opens the same place each time. */
export function testTrustStore(name: string, open: () => { createStore: () => TrustStore }) {
  it(`holds nothing at first: ${name}`, async () => {
    expect(await open().createStore().load()).toBeUndefined()
  })

  it(`holds what was saved last: ${name}`, async () => {
    const store = open().createStore()

    await store.save('a.b.c')
    await store.save('d.e.f')

    expect(await store.load()).toBe('d.e.f')
  })

  it(`holds one of two that are saved at once, whole: ${name}`, async () => {
    const store = open().createStore()
    const [one, other] = ['a'.repeat(100_000), 'b'.repeat(100_000)]

    await Promise.all([store.save(one), store.save(other)])

    expect([one, other]).toContain(await store.load())
  })
}

/** For stores that outlive what opened them. */
export function testDurableTrustStore(name: string, open: () => { createStore: () => TrustStore }) {
  it(`holds it for who opens it anew: ${name}`, async () => {
    const { createStore } = open()
    await createStore().save('a.b.c')

    expect(await createStore().load()).toBe('a.b.c')
  })
}
