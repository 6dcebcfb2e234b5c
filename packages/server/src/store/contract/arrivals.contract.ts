import type { ArrivalState } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import type { ArrivalRow, Store } from '../store.js'
import { setupArrivals } from './arrivals.setup.js'
import { fileWith, inAreas, makeArrival, makeCaseEvent } from './cases.setup.js'
import { claimAnswer, makeDeclaration, noConsequences, start, unique } from './rows.setup.js'

export function describeArrivals(open: () => Store): void {
  const setup = () => setupArrivals(open())

  describe('arrivals', () => {
    it('are kept with their declaration, or not at all', async () => {
      const { store, arrivals, personId, phoneIndex, arrive, list } = setup()
      const { row } = await arrive()
      const refused = makeDeclaration({ phoneIndex, people: [personId] })
      const save = store.declarations.saveDeclaration(
        refused,
        { principal: phoneIndex, key: 'none', status: 201, sealed: 'k1.YQ' },
        { ...noConsequences, arrivals: [makeArrival(refused, { areaCode: row.areaCode })] },
      )

      await expect(save).rejects.toMatchObject({ name: 'LostClaim' })
      expect(await list()).toEqual([row])
      expect(await arrivals.findArrival(row.arrivalId, 'all')).toEqual({ row, events: [] })
      expect(await arrivals.findArrivalOfPerson(personId)).toEqual({ row, events: [] })
    })

    it('are found within the areas, by stated arrival, state and hamlet', async () => {
      const { store, arrivals, areaCode } = setup()
      const other = unique('area')
      const file = (changes: Partial<ArrivalRow>) =>
        fileWith(store, { phoneIndex: unique('phone'), people: [unique('person')] }, (filed) => ({
          arrivals: [makeArrival(filed, { areaCode, ...changes })],
        }))
      const ids = [unique('arrival'), unique('arrival'), unique('arrival'), unique('arrival')]
      await file({ arrivalId: ids[0]!, arrivalAt: start + 3 })
      await file({ arrivalId: ids[1]!, arrivalAt: start + 1, hamletIndex: 'to-5' })
      await file({ arrivalId: ids[2]!, arrivalAt: start + 2, state: 'met' })
      await file({ arrivalId: ids[3]!, arrivalAt: start + 2, areaCode: other, hamletIndex: null })
      const find = async (filter: Partial<ReturnType<typeof inAreas>>) => {
        const found = { ...inAreas(areaCode), ...filter }
        const listed = await arrivals.findArrivals(found, undefined, 10)
        expect(await arrivals.countArrivals(found)).toBe(listed.length)
        return listed.map(({ row }) => ids.indexOf(row.arrivalId))
      }

      expect(await find({})).toEqual([1, 2, 0])
      expect(await find({ areas: [other, areaCode] })).toEqual([1, 2, 3, 0])
      expect(await find({ areas: [unique('area')] })).toEqual([])
      expect(await find({ areas: [] })).toEqual([])
      expect(await find({ from: start + 2, until: start + 3 })).toEqual([2])
      expect(await find({ state: 'met' })).toEqual([2])
      expect(await find({ hamletIndexes: ['to-5', 'to-6'] })).toEqual([1])
      expect(await find({ areas: [other], hamletIndexes: ['to-5'] })).toEqual([])
      expect(await arrivals.findArrival(ids[3]!, [areaCode])).toBeUndefined()
    })

    it('are found by their declaration until a newer one takes their place', async () => {
      const { arrivals, arrive } = setup()
      const find = ({ declarationId }: ArrivalRow) => arrivals.findArrivalsOf(declarationId)

      const first = await arrive()
      const before = await find(first.row)
      const second = await arrive({}, start + 1)

      expect(before).toEqual([first.row])
      expect(await find(first.row)).toEqual([])
      expect(await find(second.row)).toEqual([second.row])
    })

    it('go on after a position, those of one moment by their id', async () => {
      const { store, arrivals, areaCode } = setup()
      const rows: ArrivalRow[] = []
      const moments = [start + 1, start, start, start]
      await fileWith(
        store,
        { phoneIndex: unique('phone'), people: moments.map(() => unique('person')) },
        (filed) => {
          const people = filed.people.map(({ personId }, index) =>
            makeArrival(filed, { areaCode, personId, arrivalAt: moments[index]! }),
          )
          rows.push(...people)
          return { arrivals: people }
        },
      )
      const expected = [1, 2, 3, 0].map((index) => rows[index]!.arrivalId)
      const found: string[] = []
      let after: ArrivalRow | undefined
      do {
        const page = await arrivals.findArrivals(inAreas(areaCode), after, 1)
        after = page[0]?.row
        if (after) found.push(after.arrivalId)
      } while (after)

      expect(found).toEqual(expected)
    })
  })

  describe('events of arrivals', () => {
    it('move the state on with the answer, and are listed in order', async () => {
      const { store, arrivals, arrive } = setup()
      const { row } = await arrive()
      const [first, second] = [makeCaseEvent('not-found', start + 1), makeCaseEvent('met', start)]
      const answer = await claimAnswer(store)

      const added = [
        await arrivals.addArrivalEvent(row, { from: 'expected', to: 'not-found' }, first, answer),
        await arrivals.addArrivalEvent(
          row,
          { from: 'not-found', to: 'met' },
          second,
          await claimAnswer(store),
        ),
      ]

      expect(added).toEqual([true, true])
      expect(await arrivals.findArrival(row.arrivalId, [row.areaCode])).toEqual({
        row: { ...row, state: 'met' },
        events: [second, first],
      })
      expect(await store.idempotency.claim(answer, 'body', start, start, start)).toMatchObject({
        state: 'done',
      })
    })

    it('are not added to a row in another state, in another area or replaced', async () => {
      const { store, arrivals, arrive } = setup()
      const { row } = await arrive()
      const answer = await claimAnswer(store)
      const add = (key: ArrivalRow, from: ArrivalState) =>
        arrivals.addArrivalEvent(key, { from, to: 'met' }, makeCaseEvent('met'), answer)

      expect(await add(row, 'passed')).toBe(false)
      expect(await add({ ...row, areaCode: unique('area') }, 'expected')).toBe(false)
      await arrive({}, start + 1)
      expect(await add(row, 'expected')).toBe(false)
      expect(await arrivals.findArrival(row.arrivalId, 'all')).toBeUndefined()
      const claim = await store.idempotency.claim(answer, 'body', start, start + 1, start + 1)
      expect(claim).toEqual({ state: 'running' })
    })

    it('let one of two officers win who record at the same moment', async () => {
      const { arrivals, arrive, record } = setup()
      const { row } = await arrive()

      const both = await Promise.all([record(row, 'met'), record(row, 'not-found')])

      expect(both.filter(Boolean)).toHaveLength(1)
      expect((await arrivals.findArrival(row.arrivalId, 'all'))?.events).toHaveLength(1)
    })
  })
}
