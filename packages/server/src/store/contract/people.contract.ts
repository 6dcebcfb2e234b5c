import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { claimAnswer, day, fileDeclaration, start, unique } from './rows.setup.js'

export function describePeople(open: () => Store): void {
  describe('people', () => {
    it('gives one person one id, whoever asks first', async () => {
      const { declarations } = open()
      const index = unique('document')
      const proposed = Array.from({ length: 20 }, () => unique('person'))

      const resolved = await Promise.all(
        proposed.map((id) =>
          declarations.resolvePerson({ by: 'document', index }, id, start + day),
        ),
      )

      expect(new Set(resolved).size).toBe(1)
      expect(proposed).toContain(resolved[0])
      expect(await declarations.findPerson(index)).toBe(resolved[0])
    })

    it('finds the people of several documents, each once', async () => {
      const { declarations } = open()
      const [one, other, card] = [unique('document'), unique('document'), unique('document')]
      const [an, binh] = [unique('person'), unique('person')]
      const keep = (index: string, id: string) =>
        declarations.resolvePerson({ by: 'document', index }, id, start + day)
      await keep(one, an)
      await keep(other, binh)
      await keep(card, an)

      const found = await declarations.findPeople([one, unique('nobody'), other, card])

      expect(found.toSorted()).toEqual([an, binh].toSorted())
      expect(await declarations.findPeople([])).toEqual([])
    })

    it('knows a child with nine zeros under its declarer alone', async () => {
      const { declarations } = open()
      const index = unique('child')
      const [mother, aunt] = [unique('phone'), unique('phone')]
      const resolve = (phoneIndex: string, id: string) =>
        declarations.resolvePerson({ by: 'child', phoneIndex, index }, id, start + day)

      const ids = [await resolve(mother, 'a'), await resolve(mother, 'b'), await resolve(aunt, 'c')]

      expect(ids).toEqual(['a', 'a', 'c'])
      expect(await declarations.findPerson(index)).toBeUndefined()
    })

    it('finds the newest declaration of the kind, from whichever phone', async () => {
      const store = open()
      const people = [unique('person')]
      const file = (declaredAt: number, kind: 'domestic' | 'entry' = 'domestic') =>
        fileDeclaration(store, { phoneIndex: unique('phone'), people, declaredAt, kind })
      await file(start)
      const newest = await file(start + 2)
      await file(start + 1)
      const entry = await file(start + 3, 'entry')

      const find = (kind: 'domestic' | 'entry') =>
        store.declarations.findNewestOfPerson(people[0]!, kind)

      expect(await find('domestic')).toEqual(newest)
      expect(await find('entry')).toEqual(entry)
      expect(await store.declarations.findNewestOfPerson(unique('person'), 'entry')).toBeUndefined()
    })

    it('passes over withdrawn declarations until only such are left', async () => {
      const store = open()
      const { declarations } = store
      const people = [unique('person'), unique('person')]
      const phoneIndex = unique('phone')
      const old = await fileDeclaration(store, { phoneIndex, people, declaredAt: start })
      const newer = await fileDeclaration(store, { phoneIndex, people, declaredAt: start + 1 })
      const withdraw = async ({ declaration: { declarationId } }: typeof old) =>
        declarations.withdrawDeclaration(
          phoneIndex,
          declarationId,
          start + 9,
          await claimAnswer(store),
          [],
        )

      await withdraw(newer)
      const one = await declarations.findNewestOfPerson(people[1]!, 'domestic')
      await withdraw(old)
      const none = await declarations.findNewestOfPerson(people[1]!, 'domestic')

      expect(one).toEqual(old)
      expect(none?.declaration).toMatchObject({ ...newer.declaration, withdrawnAt: start + 9 })
    })
  })

  describe('status lists', () => {
    it('give each process a list of its own, and the same one again', async () => {
      const { declarations } = open()
      const nodes = Array.from({ length: 10 }, () => unique('node'))

      const lists = await Promise.all(nodes.map((node) => declarations.claimStatusList(node)))
      const again = await Promise.all(nodes.map((node) => declarations.claimStatusList(node)))

      expect(new Set(lists).size).toBe(10)
      expect(again).toEqual(lists)
    })

    it('give a slot to one pass', async () => {
      const { declarations } = open()
      const list = await declarations.claimStatusList(unique('node'))
      const claim = (slot: number) =>
        declarations.claimStatusIndex(list * 2 ** 16 + slot, unique('pass'), start + day)

      const claims = await Promise.all([claim(7), claim(7), claim(7), claim(2 ** 16 - 1)])

      expect(claims.slice(0, 3).filter(Boolean)).toHaveLength(1)
      expect(claims[3]).toBe(true)
    })
  })
}
