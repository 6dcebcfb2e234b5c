import { describe, expect, it } from 'vitest'
import type { DeclarationWithPeople, Erasure, ImportedLine, ImportedRow, Store } from '../store.js'
import { makeScreening } from './cases.setup.js'
import { claimAnswer, day, fileDeclaration, makeSession, start, unique } from './rows.setup.js'
import { makeVisit } from './venue-rows.setup.js'

/** Declares as the server does: the person is found by a document. */
async function declare(store: Store, phoneIndex: string, documentIndex: string) {
  const key = { by: 'document', index: documentIndex } as const
  const personId = await store.declarations.resolvePerson(key, unique('person'))
  const filed = await fileDeclaration(store, { phoneIndex, people: [personId] })
  return { filed, personId }
}

function makeImported(subject: string): ImportedLine {
  const row: ImportedRow = {
    subject,
    importedId: unique('imported'),
    source: 'bluezone',
    contentIndex: unique('content'),
    declaredAt: start,
    receivedAt: start,
    sealed: 'k1.bGluZQ',
  }
  return { externalIndex: unique('external'), row, screening: undefined }
}

function toErasure(filed: DeclarationWithPeople, documentIndex: string, isWhole = true): Erasure {
  const { phoneIndex, declarationId } = filed.declaration
  const documentIndexes = [documentIndex]
  const people = filed.people.map((person) => ({
    ...{ ...person, documentIndexes, importSubjects: documentIndexes },
  }))
  return {
    phoneIndex,
    declarations: [{ declarationId, people }],
    holder: undefined,
    isWhole,
    events: [],
  }
}

export function describePrivacy(open: () => Store): void {
  describe('erasing', () => {
    it('forgets a declaration, its pass and a person nobody else has declared', async () => {
      const store = open()
      const { declarations } = store
      const [phoneIndex, documentIndex] = [unique('phone'), unique('document')]
      const { filed, personId } = await declare(store, phoneIndex, documentIndex)
      await store.imports.saveImported([makeImported(documentIndex)])

      await store.privacy.erase(toErasure(filed, documentIndex), await claimAnswer(store))

      expect(await store.imports.findNewestImported([documentIndex])).toBeUndefined()
      expect(await declarations.findDeclarations(phoneIndex, 10)).toEqual([])
      expect(await declarations.findByPass(filed.people[0]!.passId)).toBeUndefined()
      expect(await declarations.findNewestOfPerson(personId, 'domestic')).toBeUndefined()
      expect(await declarations.findPerson(documentIndex)).toBeUndefined()
    })

    it('forgets the holder of an account who never declared, with their visits', async () => {
      const store = open()
      const { declarations, accounts, visits } = store
      const [phoneIndex, documentIndex] = [unique('phone'), unique('document')]
      const key = { by: 'document', index: documentIndex } as const
      const personId = await declarations.resolvePerson(key, unique('person'))
      const accountId = unique('account')
      const account = { phoneIndex, accountId, personId, createdAt: start, verifiedAt: null }
      await accounts.addAccount({ ...account, sealed: 'k1.bWU' }, await claimAnswer(store))
      await visits.saveVisits([makeVisit({ personId, phoneIndex: null, happenedAt: start })])

      const holder = { personId, documentIndexes: [documentIndex], importSubjects: [] }
      const erasure = { phoneIndex, declarations: [], holder, isWhole: true, events: [] }
      await store.privacy.erase(erasure, await claimAnswer(store))

      expect(await declarations.findPerson(documentIndex)).toBeUndefined()
      expect(await visits.findVisitsOf(personId, { from: 0, before: start + day }, 10)).toEqual([])
    })

    it.each([
      ['forgets', 'this phone', true],
      ['leaves', 'another phone', false],
    ])('%s the screening that was imported with %s', async (_does, _whose, isOwn) => {
      const store = open()
      const [phoneIndex, documentIndex] = [unique('phone'), unique('document')]
      const { filed } = await declare(store, phoneIndex, documentIndex)
      const changes = isOwn ? {} : { phoneIndex: unique('phone') }
      const screening = makeScreening(filed, { declarationId: unique('imported'), ...changes })
      await store.imports.saveImported([{ ...makeImported(documentIndex), screening }])
      const find = async () =>
        (await store.screenings.findScreening(screening.screeningId, 'all'))?.row

      const before = await find()
      await store.privacy.erase(toErasure(filed, documentIndex), await claimAnswer(store))

      expect(before).toEqual(screening)
      expect(await find()).toEqual(isOwn ? undefined : screening)
    })

    it('leaves what another phone declared of the same person', async () => {
      const store = open()
      const documentIndex = unique('document')
      const { filed, personId } = await declare(store, unique('phone'), documentIndex)
      const other = await declare(store, unique('phone'), documentIndex)

      await store.privacy.erase(toErasure(filed, documentIndex), await claimAnswer(store))

      expect(await store.declarations.findPerson(documentIndex)).toBe(personId)
      expect(await store.declarations.findNewestOfPerson(personId, 'domestic')).toEqual(other.filed)
    })

    it('ends sessions, and keeps the answer of its own call alone', async () => {
      const store = open()
      const [phoneIndex, documentIndex] = [unique('phone'), unique('document')]
      const { filed } = await declare(store, phoneIndex, documentIndex)
      const session = makeSession({ phoneIndex })
      const key = (name: string) => ({ principal: phoneIndex, key: name })
      const times = [start, start + day, start + day] as const
      for (const name of ['earlier', 'erasure']) {
        await store.idempotency.claim(key(name), 'body', ...times)
      }
      await store.idempotency.saveAnswer({ ...key('earlier'), status: 201, sealed: 'k1.b2xk' })

      const answer = { ...key('erasure'), status: 201, sealed: 'k1.ZG9uZQ' }
      await store.privacy.erase(toErasure(filed, documentIndex), answer)

      expect(await store.sessions.findSession(session.tokenHash)).toBeUndefined()
      const claims = await Promise.all(
        ['earlier', 'erasure'].map((name) => store.idempotency.claim(key(name), 'body', ...times)),
      )
      expect(claims.map(({ state }) => state)).toEqual(['new', 'done'])
    })
  })

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
      const personId = await store.declarations.resolvePerson(key, unique('person'))
      await fileDeclaration(store, { phoneIndex, people: [personId] })
      await fileDeclaration(store, { phoneIndex, people: [personId], declaredAt: start + day })
      const resolve = () => store.declarations.resolvePerson(key, 'somebody new')

      await store.purge(start + 35 * day)
      const before = await resolve()
      await store.purge(start + 36 * day)

      expect(before).toBe(personId)
      expect(await resolve()).toBe('somebody new')
    })
  })
}
