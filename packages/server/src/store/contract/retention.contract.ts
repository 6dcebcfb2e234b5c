import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { claimAnswer, day, fileDeclaration, start, unique } from './rows.setup.js'

export function describeRetention(open: () => Store): void {
  describe('retention', () => {
    it('deletes a declaration four weeks after its passes ended, and not before', async () => {
      const store = open()
      const phoneIndex = unique('phone')
      const filed = await fileDeclaration(store, {
        phoneIndex,
        people: [unique('person'), unique('person')],
      })
      const find = () => store.declarations.findDeclarations(phoneIndex, 10)

      await store.purge(start + 35 * day - 1)
      const before = await find()
      await store.purge(start + 35 * day)

      expect(before).toEqual([filed])
      expect(await find()).toEqual([])
      expect(await store.declarations.findByPass(filed.people[0]!.passId)).toBeUndefined()
    })

    it('lets go of a child’s name with the last declaration of it, not before', async () => {
      const store = open()
      const phoneIndex = unique('phone')
      const key = { by: 'child', phoneIndex, index: unique('child') } as const
      const personId = await store.declarations.resolvePerson(key, unique('person'), start + day)
      await fileDeclaration(store, { phoneIndex, people: [personId] })
      await fileDeclaration(store, { phoneIndex, people: [personId], declaredAt: start + day })
      const resolve = () => store.declarations.resolvePerson(key, 'somebody new', start + day)

      await store.purge(start + 35 * day)
      const before = await resolve()
      await store.purge(start + 36 * day)

      expect(before).toBe(personId)
      expect(await resolve()).toBe('somebody new')
    })

    it('knows somebody by a document as long as anything needs it', async () => {
      const { declarations, purge } = open()
      const index = unique('document')
      const key = { by: 'document', index } as const
      const personId = await declarations.resolvePerson(key, unique('person'), start + 2 * day)
      await declarations.resolvePerson(key, 'the same', start + 3 * day)
      await declarations.resolvePerson(key, 'the same', start + day)

      await purge(start + 3 * day)
      const before = await declarations.findPerson(index)
      await purge(start + 4 * day)

      expect(before).toBe(personId)
      expect(await declarations.findPerson(index)).toBeUndefined()
    })

    it('deletes an account that nobody used for so long', async () => {
      const { accounts, purge, ...store } = open()
      const phoneIndex = unique('phone')
      const key = { by: 'document', index: unique('document') } as const
      const known = { key, personId: unique('person'), keptUntil: start + 2 * day }
      const { personId, keptUntil } = known
      const times = { createdAt: start, verifiedAt: null, keptUntil }
      const row = { phoneIndex, accountId: unique('account'), personId, ...times, sealed: 'k1.bWU' }
      await accounts.addAccount(row, known, await claimAnswer({ accounts, purge, ...store }))
      await accounts.keepAccount(phoneIndex, { ...known, keptUntil: start + 5 * day })

      await purge(start + 4 * day)
      const before = await accounts.findAccount(phoneIndex)
      await purge(start + 5 * day)

      expect(before).toEqual({ ...row, keptUntil: start + 5 * day })
      expect(await accounts.findAccount(phoneIndex)).toBeUndefined()
    })
  })
}
