import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { claimAnswer, day, makeDeclaration, noConsequences, start, unique } from './rows.setup.js'

const listSize = 2 ** 16

async function takeList(store: Store) {
  const list = await store.declarations.claimStatusList(unique('node'))
  const claim = (slot: number, validUntil: number) =>
    store.declarations.claimStatusIndex(list * listSize + slot, unique('pass'), validUntil)
  const read = async (nowMs = start) =>
    (await store.trust.findStatusLists(nowMs)).find((each) => each.list === list)
  return { list, claim, read }
}

export function describeTrust(open: () => Store): void {
  describe('trust', () => {
    it('knows a list while one of its codes is in date', async () => {
      const { claim, read, list } = await takeList(open())
      await claim(1, start + day)
      await claim(2, start + 2 * day)

      const [before, after] = [await read(start + day), await read(start + 2 * day)]

      expect(before).toEqual({ list, entries: [] })
      expect(after).toBeUndefined()
    })

    it('names the codes of a withdrawn declaration as revoked, each once', async () => {
      const store = open()
      const { claim, read, list } = await takeList(store)
      const phoneIndex = unique('phone')
      const filed = makeDeclaration({ phoneIndex, people: [unique('person'), unique('person')] })
      const at = (slot: number) => list * listSize + slot
      const people = filed.people.map((person, n) => ({ ...person, statusIndex: at(n + 7) }))
      await Promise.all([claim(7, start + day), claim(8, start + day), claim(9, start + day)])
      const answer = await claimAnswer(store)
      await store.declarations.saveDeclaration({ ...filed, people }, answer, noConsequences)
      const { declarationId } = filed.declaration

      for (let time = 0; time < 2; time += 1) {
        const answer = await claimAnswer(store)
        await store.declarations.withdrawDeclaration(phoneIndex, declarationId, start, answer, [])
      }

      expect((await read())?.entries).toEqual([
        { statusIndex: at(7), status: 'revoked' },
        { statusIndex: at(8), status: 'revoked' },
      ])
    })

    it('keeps one bundle, and of two that follow it the first', async () => {
      const { trust } = open()
      const known = (await trust.findBundle())?.counter ?? 0
      const next = (jws: string) => ({ counter: known + 1, issuedAt: start, jws })

      const kept = await Promise.all([
        trust.replaceBundle(next('one'), known),
        trust.replaceBundle(next('two'), known),
      ])

      expect(kept.filter(Boolean)).toHaveLength(1)
      expect(await trust.findBundle()).toEqual(next(kept[0] ? 'one' : 'two'))
      expect(await trust.replaceBundle(next('three'), known)).toBe(false)
    })
  })
}
