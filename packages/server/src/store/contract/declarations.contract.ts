import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import {
  claimAnswer,
  fileDeclaration,
  makeDeclaration,
  minute,
  noConsequences,
  start,
  unique,
} from './rows.setup.js'

export function describeDeclarations(open: () => Store): void {
  function setup() {
    const store = open()
    return { store, declarations: store.declarations, phoneIndex: unique('phone') }
  }

  describe('declarations', () => {
    it('saves a declaration with its people, look-ups and answer together', async () => {
      const { store, declarations, phoneIndex } = setup()
      const filed = makeDeclaration({ phoneIndex, people: [unique('person'), unique('person')] })
      const answer = await claimAnswer(store)

      await declarations.saveDeclaration(filed, answer, noConsequences)

      const { declarationId } = filed.declaration
      expect(await declarations.findDeclaration(phoneIndex, declarationId)).toEqual(filed)
      expect(await declarations.findByPass(filed.people[1]!.passId)).toEqual(filed)
      expect(await store.idempotency.claim(answer, 'body', start, start, start)).toEqual({
        state: 'done',
        status: 201,
        sealed: answer.sealed,
      })
    })

    it('keeps nothing when the answer of the key is there already', async () => {
      const { store, declarations, phoneIndex } = setup()
      const answer = await claimAnswer(store)
      const [first, second] = [1, 2].map(() => makeDeclaration({ phoneIndex, people: ['anyone'] }))

      const saves = await Promise.allSettled([
        declarations.saveDeclaration(first!, answer, noConsequences),
        declarations.saveDeclaration(second!, answer, noConsequences),
      ])

      expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await declarations.findDeclarations(phoneIndex, 10)).toHaveLength(1)
    })

    it('refuses a declaration whose key nobody claimed', async () => {
      const { declarations, phoneIndex } = setup()
      const answer = { principal: phoneIndex, key: 'none', status: 201, sealed: 'k1.YQ' }

      const save = declarations.saveDeclaration(
        makeDeclaration({ phoneIndex, people: ['anyone'] }),
        answer,
        noConsequences,
      )

      await expect(save).rejects.toMatchObject({ name: 'LostClaim' })
    })

    it('lists the newest first, of one phone only, the people in their order', async () => {
      const { store, declarations, phoneIndex } = setup()
      const people = ['c', 'a', 'b']
      const old = await fileDeclaration(store, { phoneIndex, people, declaredAt: start })
      const newest = await fileDeclaration(store, { phoneIndex, people, declaredAt: start + 2 })
      const middle = await fileDeclaration(store, { phoneIndex, people, declaredAt: start + 1 })
      await fileDeclaration(store, { phoneIndex: unique('phone'), people })

      expect(await declarations.findDeclarations(phoneIndex, 10)).toEqual([newest, middle, old])
      expect(await declarations.findDeclarations(phoneIndex, 1)).toEqual([newest])
      expect(await declarations.findDeclarations(unique('phone'), 10)).toEqual([])
    })

    it('tells two declarations of one moment apart by their id', async () => {
      const { store, declarations, phoneIndex } = setup()
      const people = [unique('person')]
      const first = await fileDeclaration(store, { phoneIndex, people })
      const second = await fileDeclaration(store, { phoneIndex, people })

      expect(await declarations.findDeclarations(phoneIndex, 10)).toEqual([second, first])
      expect(await declarations.findNewestOfPerson(people[0]!, 'domestic')).toEqual(second)
    })

    it('finds no declaration under another phone, and no unknown pass', async () => {
      const { store, declarations, phoneIndex } = setup()
      const filed = await fileDeclaration(store, { phoneIndex, people: ['anyone'] })
      const { declarationId } = filed.declaration

      expect(await declarations.findDeclaration(unique('phone'), declarationId)).toBeUndefined()
      expect(await declarations.findByPass(unique('pass'))).toBeUndefined()
    })
  })

  describe('withdrawals', () => {
    it('keep the first moment and every answer', async () => {
      const { store, declarations, phoneIndex } = setup()
      const { declaration } = await fileDeclaration(store, { phoneIndex, people: ['anyone'] })
      const withdraw = async (at: number) =>
        declarations.withdrawDeclaration(
          phoneIndex,
          declaration.declarationId,
          at,
          await claimAnswer(store),
          [],
        )

      const first = await withdraw(start + minute)
      const second = await withdraw(start + 2 * minute)

      expect(first?.declaration.withdrawnAt).toBe(start + minute)
      expect(second).toEqual(first)
      expect(await declarations.findDeclarations(phoneIndex, 1)).toEqual([first])
    })

    it('of another phone find nothing and leave the key unanswered', async () => {
      const { store, declarations, phoneIndex } = setup()
      const { declaration } = await fileDeclaration(store, { phoneIndex, people: ['anyone'] })
      const answer = await claimAnswer(store)

      const other = await declarations.withdrawDeclaration(
        unique('phone'),
        declaration.declarationId,
        start,
        answer,
        [],
      )

      const claim = await store.idempotency.claim(answer, 'body', start, start + 1, start + 1)
      expect(other).toBeUndefined()
      expect(claim).toEqual({ state: 'running' })
      expect(await declarations.findDeclarations(phoneIndex, 1)).toMatchObject([
        { declaration: { withdrawnAt: null } },
      ])
    })
  })
}
