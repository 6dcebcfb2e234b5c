import { describe, expect, it } from 'vitest'
import type { ArrivalRow, Store } from '../store.js'
import { setupArrivals } from './arrivals.setup.js'
import { makeCaseEvent } from './cases.setup.js'
import { day, hour, start, unique } from './rows.setup.js'

export function describeArrivalSuccession(open: () => Store): void {
  const setup = () => setupArrivals(open())

  describe('a newer entry declaration', () => {
    it('takes the place of an open arrival, with its events where the area is the same', async () => {
      const { arrivals, arrive, record, list, personId } = setup()
      const { row: old } = await arrive()
      await record(old, 'not-found')

      const { row } = await arrive({}, start + hour)

      expect(await list()).toEqual([row])
      const found = await arrivals.findArrivalOfPerson(personId)
      expect(found?.events.map(({ event }) => event)).toEqual(['not-found'])
    })

    it('leaves the events with the area they happened in', async () => {
      const { arrivals, arrive, record, list, personId } = setup()
      const { row: old } = await arrive()
      await record(old, 'not-found')
      const elsewhere = unique('area')

      await arrive({ areaCode: elsewhere }, start + hour)

      expect(await list()).toEqual([])
      expect(await list(elsewhere)).toHaveLength(1)
      expect((await arrivals.findArrivalOfPerson(personId))?.events).toEqual([])
    })

    it('leaves what is done alone', async () => {
      const { arrive, record, list } = setup()
      const { row: old } = await arrive()
      await record(old, 'met')

      const { row } = await arrive({}, start + hour)

      expect(await list()).toEqual([{ ...old, state: 'met' }, row])
    })

    it.each<[string, number, Partial<ArrivalRow>]>([
      ['keeps the passing of the same journey', start, { state: 'passed', passedAt: start + hour }],
      ['waits anew for the next journey', start + day, { state: 'expected', passedAt: null }],
    ])('%s', async (_name, departureAt, expected) => {
      const { arrivals, arrive, personId } = setup()
      await arrive()
      await arrivals.markPassed(personId, makeCaseEvent('passed', start + hour))

      await arrive({ departureAt }, start + 2 * hour)

      expect((await arrivals.findArrivalOfPerson(personId))?.row).toMatchObject(expected)
    })

    it('counts although an older one, a paper, comes in later', async () => {
      const { arrivals, arrive, withdraw, personId, list } = setup()
      const { row, filed } = await arrive({}, start + hour)

      const { row: paper } = await arrive({}, start)

      expect(await list()).toEqual([row])
      await withdraw(filed)
      expect((await arrivals.findArrivalOfPerson(personId))?.row).toEqual(paper)
    })

    it('leaves one arrival in place of many at once', async () => {
      const { arrive, list } = setup()
      await arrive()

      await Promise.all([1, 2, 3, 4, 5].map((index) => arrive({}, start + index)))

      const left = await list()
      expect(left.map(({ declaredAt }) => declaredAt)).toEqual([start + 5])
    })
  })

  describe('a withdrawn declaration', () => {
    it('cancels an open arrival, and no other', async () => {
      const { arrive, record, withdraw, list } = setup()
      const { row, filed } = await arrive()
      await withdraw(filed)
      const { row: met, filed: later } = await arrive({}, start + 1)
      await record(met, 'met')
      await withdraw(later)

      expect((await list()).map(({ state }) => state).sort()).toEqual(['cancelled', 'met'])
      expect((await list())[0]).toMatchObject({ arrivalId: row.arrivalId })
    })

    it('brings back the newest one before it that stands', async () => {
      const { arrivals, arrive, withdraw, personId } = setup()
      const first = await arrive()
      const second = await arrive({}, start + 1)
      const third = await arrive({}, start + 2)

      await withdraw(second.filed)
      expect((await arrivals.findArrivalOfPerson(personId))?.row).toEqual(third.row)
      await withdraw(third.filed)
      expect((await arrivals.findArrivalOfPerson(personId))?.row).toEqual(first.row)
      await withdraw(first.filed)
      expect((await arrivals.findArrivalOfPerson(personId))?.row.state).toBe('cancelled')
    })
  })

  describe('passing a post', () => {
    it('keeps the first moment and every event', async () => {
      const { arrivals, arrive, personId } = setup()
      const { row } = await arrive()

      const first = await arrivals.markPassed(personId, makeCaseEvent('passed', start + 1))
      const second = await arrivals.markPassed(personId, makeCaseEvent('passed', start + 2))

      expect(first).toEqual({ ...row, state: 'passed', passedAt: start + 1 })
      expect(second).toEqual(first)
      expect((await arrivals.findArrivalOfPerson(personId))?.events).toHaveLength(2)
    })

    it('leaves the state of somebody the ward has met already', async () => {
      const { arrivals, arrive, record, personId } = setup()
      const { row } = await arrive()
      await record(row, 'met')

      const passed = await arrivals.markPassed(personId, makeCaseEvent('passed', start + 1))

      expect(passed).toMatchObject({ state: 'met', passedAt: start + 1 })
    })

    it('finds nobody who is not expected, or is no more', async () => {
      const { arrivals, arrive, withdraw, personId } = setup()
      const { filed } = await arrive()
      await withdraw(filed)

      expect(await arrivals.markPassed(personId, makeCaseEvent('passed'))).toBeUndefined()
      expect(await arrivals.markPassed(unique('person'), makeCaseEvent('passed'))).toBeUndefined()
    })
  })
}
