import { describe, expect, it } from 'vitest'
import { LostPerson } from '../lost-person.js'
import type { ImportedLine, ImportedRow, Store } from '../store.js'
import { fileWith, inAreas, makeArrival, makeScreening } from './cases.setup.js'
import { declareAs, toErasure } from './erasure.setup.js'
import {
  claimAnswer,
  day,
  makeChallenge,
  makeDeclaration,
  makeMessage,
  makeSession,
  noConsequences,
  start,
  unique,
} from './rows.setup.js'
import { makeVisit } from './venue-rows.setup.js'

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

const always = { from: 0, before: start + day }

async function setup(store: Store) {
  const [phoneIndex, documentIndex] = [unique('phone'), unique('document')]
  const filed = await declareAs(store, { phoneIndex, documentIndex })
  const { personId } = filed.people[0]!
  const eraseAs = async (isProven: boolean) =>
    store.privacy.erase(toErasure(filed, { documentIndex, isProven }), await claimAnswer(store))
  return { store, phoneIndex, documentIndex, filed, personId, eraseAs, ...store }
}

export function describePrivacy(open: () => Store): void {
  describe('erasing', () => {
    it('forgets a declaration, its pass and a person under whom nothing else is kept', async () => {
      const { declarations, filed, phoneIndex, documentIndex, personId, eraseAs } = await setup(
        open(),
      )

      expect(await eraseAs(false)).toBe(true)

      expect(await declarations.findDeclarations(phoneIndex, 10)).toEqual([])
      expect(await declarations.findByPass(filed.people[0]!.passId)).toBeUndefined()
      expect(await declarations.findOfPerson(personId)).toEqual([])
      expect(await declarations.findPerson(documentIndex)).toBeUndefined()
    })

    it.each([
      ['leaves', 'typed', false],
      ['forgets', 'proven', true],
    ])('%s what others recorded under a number that is %s', async (_does, _how, isProven) => {
      const found = await setup(open())
      const { declarations, imports, visits, documentIndex, personId, eraseAs } = found
      await imports.saveImported([makeImported(documentIndex)])
      await visits.saveVisits([makeVisit({ personId, phoneIndex: null, happenedAt: start })])

      await eraseAs(isProven)

      const left = isProven ? 0 : 1
      expect(await visits.findVisitsOf(personId, always, 10)).toHaveLength(left)
      expect(await imports.findImported([documentIndex], 1)).toHaveLength(left)
      expect(await declarations.findPerson(documentIndex)).toBe(isProven ? undefined : personId)
    })

    it('forgets what came from elsewhere of somebody whom nobody declared here', async () => {
      const { store, imports, filed, documentIndex } = await setup(open())
      const subject = unique('document')
      await imports.saveImported([makeImported(subject)])
      const erasure = toErasure(filed, { documentIndex, isProven: false })

      const before = await imports.findImported([subject], 1)
      await store.privacy.erase({ ...erasure, importSubjects: [subject] }, await claimAnswer(store))

      expect(before).toHaveLength(1)
      expect(await imports.findImported([subject], 1)).toEqual([])
    })

    it('forgets visits with the phone’s own passes, and nobody else’s', async () => {
      const { visits, phoneIndex, personId, eraseAs } = await setup(open())
      const own = makeVisit({ personId, phoneIndex, happenedAt: start })
      const other = makeVisit({ personId, happenedAt: start })
      await visits.saveVisits([own, other])

      await eraseAs(false)

      const left = await visits.findVisitsOf(personId, always, 10)
      expect(left.map(({ visitId }) => visitId)).toEqual([other.visitId])
    })

    it.each([
      ['forgets', 'this phone', true],
      ['leaves', 'another phone', false],
    ])('%s the screening that was imported with %s', async (_does, _whose, isOwn) => {
      const { store, filed, documentIndex, eraseAs } = await setup(open())
      const changes = isOwn ? {} : { phoneIndex: unique('phone') }
      const screening = makeScreening(filed, { declarationId: unique('imported'), ...changes })
      await store.imports.saveImported([{ ...makeImported(documentIndex), screening }])
      const find = async () =>
        (await store.screenings.findScreening(screening.screeningId, 'all'))?.row

      const before = await find()
      await eraseAs(false)

      expect(before).toEqual(screening)
      expect(await find()).toEqual(isOwn ? undefined : screening)
    })

    it('lets an arrival and a screening count again that the declaration had replaced', async () => {
      const { store, arrivals, screenings, documentIndex, personId } = await setup(open())
      const areaCode = unique('area')
      const [victim, other] = [unique('phone'), unique('phone')]
      const file = (phoneIndex: string, declaredAt: number) =>
        fileWith(store, { phoneIndex, people: [personId], declaredAt, kind: 'entry' }, (filed) => ({
          arrivals: [makeArrival(filed, { areaCode })],
          screenings: [makeScreening(filed, { areaCode })],
        }))
      const theirs = await file(victim, start)
      const typed = await file(other, start + 1)
      const list = async () => [
        ...(await arrivals.findArrivals(inAreas(areaCode), undefined, 10)),
        ...(await screenings.findScreenings(
          { areas: [areaCode], state: undefined },
          undefined,
          10,
        )),
      ]
      const listDeclarations = async () => (await list()).map(({ row }) => row.declarationId)
      const before = await listDeclarations()

      const erasure = toErasure(typed, { documentIndex, isProven: false })
      await store.privacy.erase(erasure, await claimAnswer(store))

      const { declarationId } = theirs.declaration
      expect(before).toEqual(Array(2).fill(typed.declaration.declarationId))
      expect(await listDeclarations()).toEqual([declarationId, declarationId])
    })

    it('does nothing when the phone has declared in the meantime', async () => {
      const { store, filed, phoneIndex, documentIndex, eraseAs } = await setup(open())
      const newer = await declareAs(store, { phoneIndex, documentIndex, declaredAt: start + 1 })

      const isDone = await eraseAs(false)

      expect(isDone).toBe(false)
      expect(await store.declarations.findDeclarations(phoneIndex, 10)).toEqual([newer, filed])
    })

    it('keeps no declaration of somebody who was forgotten while it was made', async () => {
      const { store, documentIndex, personId, eraseAs } = await setup(open())
      const key = { by: 'document', index: documentIndex } as const
      const times = { keptUntil: start + day }
      const [early, late] = [0, 1].map(() =>
        makeDeclaration({ phoneIndex: unique('phone'), people: [personId] }),
      )
      const save = async (filed: typeof early) =>
        store.declarations.saveDeclaration(filed!, await claimAnswer(store), {
          ...noConsequences,
          known: [{ key, personId, ...times }],
        })

      await eraseAs(false)
      await save(early)
      const sameAgain = await store.declarations.findPerson(documentIndex)
      await store.privacy.erase(
        toErasure(early!, { documentIndex, isProven: false }),
        await claimAnswer(store),
      )
      await store.declarations.resolvePerson(key, 'somebody new', start + day)

      expect(sameAgain).toBe(personId)
      await expect(save(late)).rejects.toThrow(LostPerson)
      expect(await store.declarations.findOfPerson(personId)).toEqual([])
    })

    it('of somebody who is declared at the same moment leaves them findable, whoever is first', async () => {
      const rounds = Array.from({ length: 12 }, async () => {
        const { store, documentIndex, eraseAs } = await setup(open())
        const declaring = declareAs(store, { phoneIndex: unique('phone'), documentIndex })
        const [filed] = await Promise.allSettled([declaring, eraseAs(false)])
        if (filed.status === 'rejected') return filed.reason instanceof LostPerson
        const personId = await store.declarations.findPerson(documentIndex)
        return personId === filed.value.people[0]?.personId
      })

      expect(await Promise.all(rounds)).toEqual(Array(12).fill(true))
    })

    it('finds what officers wrote down for a phone, and forgets what lies under it', async () => {
      const store = open()
      const [contactIndex, phoneIndex] = [unique('phone'), unique('unproven')]
      const filed = makeDeclaration({ phoneIndex, people: [unique('person')] })
      const contact = { contactIndex, keptUntil: start + day }
      const consequences = { ...noConsequences, contact }
      await store.declarations.saveDeclaration(filed, await claimAnswer(store), consequences)
      const find = () => store.declarations.findByContact(contactIndex)
      const written = await find()
      const { declarationId } = filed.declaration
      const passes = filed.people
      const declarations = [{ phoneIndex, declarationId, isUnproven: true, passes }]
      const phone = { phoneIndex: contactIndex, keptDeclarations: [], venues: [] }
      const erasure = { at: start, phone, people: [], importSubjects: [], events: [] }

      const missed = await store.privacy.erase(
        { ...erasure, declarations: [] },
        await claimAnswer(store),
      )
      const isDone = await store.privacy.erase(
        { ...erasure, declarations },
        await claimAnswer(store),
      )

      expect(written).toEqual([filed])
      expect([missed, isDone]).toEqual([false, true])
      expect(await find()).toEqual([])
    })

    it('leaves what another phone declared of the same person', async () => {
      const { store, documentIndex, personId, eraseAs } = await setup(open())
      const other = await declareAs(store, { phoneIndex: unique('phone'), documentIndex })

      await eraseAs(false)

      expect(await store.declarations.findPerson(documentIndex)).toBe(personId)
      expect(await store.declarations.findNewestOfPerson(personId, 'domestic')).toEqual(other)
    })

    it('ends sessions, and keeps the answer of its own call alone', async () => {
      const { store, filed, phoneIndex, documentIndex } = await setup(open())
      const session = makeSession({ phoneIndex })
      const key = (name: string) => ({ principal: phoneIndex, key: name })
      const times = [start, start + day, start + day] as const
      for (const name of ['earlier', 'erasure']) {
        await store.idempotency.claim(key(name), 'body', ...times)
      }
      const earlier = { ...key('earlier'), status: 201, sealed: 'k1.b2xk' }
      await store.otp.saveChallenge(makeChallenge(), makeMessage(), earlier)

      const answer = { ...key('erasure'), status: 201, sealed: 'k1.ZG9uZQ' }
      await store.privacy.erase(toErasure(filed, { documentIndex, isProven: false }), answer)

      expect(await store.sessions.findSession(session.tokenHash)).toBeUndefined()
      const claims = await Promise.all(
        ['earlier', 'erasure'].map((name) => store.idempotency.claim(key(name), 'body', ...times)),
      )
      expect(claims.map(({ state }) => state)).toEqual(['new', 'done'])
    })
  })
}
