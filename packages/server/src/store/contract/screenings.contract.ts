import type { ScreeningState } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import type { ScreeningRow, Store } from '../store.js'
import { fileWith, makeCaseEvent, makeScreening } from './cases.setup.js'
import { claimAnswer, start, unique } from './rows.setup.js'

export function describeScreenings(open: () => Store): void {
  function setup() {
    const store = open()
    const [areaCode, personId] = [unique('area'), unique('person')]

    async function declare(changes: Partial<ScreeningRow> = {}, declaredAt = start) {
      const facts = { phoneIndex: unique('phone'), people: [personId], declaredAt }
      let row: ScreeningRow | undefined
      await fileWith(store, facts, (filed) => {
        row = makeScreening(filed, { areaCode, ...changes })
        return { screenings: [row] }
      })
      return row!
    }
    const record = async (row: ScreeningRow, to: ScreeningState, event = makeCaseEvent(to)) =>
      store.screenings.addScreeningEvent(
        row,
        { from: row.state, to },
        event,
        await claimAnswer(store),
      )
    const list = async (state?: ScreeningState, area = areaCode) => {
      const filter = { areas: [area], state }
      return (await store.screenings.findScreenings(filter, undefined, 100)).map(({ row }) => row)
    }
    return { store, screenings: store.screenings, areaCode, declare, record, list }
  }

  describe('screenings', () => {
    it('list the most severe first, then the newest, page by page', async () => {
      const { store, screenings, areaCode } = setup()
      const rows: ScreeningRow[] = []
      const [severities, moments] = [
        [1, 3, 2, 3, 3],
        [9, 1, 5, 2, 2],
      ]
      await fileWith(
        store,
        { phoneIndex: unique('phone'), people: severities!.map(() => unique('person')) },
        (filed) => {
          rows.push(
            ...filed.people.map(({ personId }, index) => {
              const severity = severities![index]!
              const declaredAt = start + moments![index]!
              return makeScreening(filed, { areaCode, personId, severity, declaredAt })
            }),
          )
          return { screenings: rows }
        },
      )
      const found: ScreeningRow[] = []
      let after: ScreeningRow | undefined
      do {
        const filter = { areas: [areaCode], state: undefined }
        after = (await screenings.findScreenings(filter, after, 1))[0]?.row
        if (after) found.push(after)
      } while (after)

      expect(found).toEqual([4, 3, 1, 2, 0].map((index) => rows[index]))
    })

    it('are found within the areas and by state', async () => {
      const { screenings, declare, record, list } = setup()
      const row = await declare()

      expect(await list('waiting')).toEqual([row])
      expect(await list(undefined, unique('area'))).toEqual([])
      expect(await screenings.findScreening(row.screeningId, [unique('area')])).toBeUndefined()
      expect(await screenings.findScreening(row.screeningId, 'all')).toEqual({ row, events: [] })
      await record(row, 'called')
      expect(await list('waiting')).toEqual([])
      expect(await list('called')).toEqual([{ ...row, state: 'called' }])
    })

    it('move on with each event, once', async () => {
      const { screenings, declare, record } = setup()
      const row = await declare()
      const event = makeCaseEvent('called')

      expect(await record(row, 'called', event)).toBe(true)
      expect(await record(row, 'closed')).toBe(false)
      expect(await screenings.findScreening(row.screeningId, 'all')).toEqual({
        row: { ...row, state: 'called' },
        events: [event],
      })
    })
  })

  describe('a newer declaration with a symptom', () => {
    it.each<[string, Partial<ScreeningRow>, ScreeningState, number]>([
      ['goes on where the station is, no worse', { severity: 2 }, 'called', 1],
      ['waits again when the person is worse', { severity: 3 }, 'waiting', 1],
      ['waits in another area, without its notes', { areaCode: 'elsewhere' }, 'waiting', 0],
    ])('%s', async (_name, changes, state, events) => {
      const { screenings, declare, record, list } = setup()
      await record(await declare(), 'called')

      const newer = await declare(changes, start + 1)

      expect(await list(undefined, newer.areaCode)).toContainEqual({ ...newer, state })
      const found = await screenings.findScreening(newer.screeningId, 'all')
      expect(found?.events).toHaveLength(events)
      expect((await list()).length).toBeLessThanOrEqual(1)
    })

    it('leaves a closed one as it is, and waits', async () => {
      const { declare, record, list } = setup()
      const old = await declare()
      await record(old, 'closed')

      const newer = await declare({}, start + 1)

      expect(await list()).toEqual([newer, { ...old, state: 'closed' }])
    })

    it('counts although an older one comes in later', async () => {
      const { declare, list } = setup()
      const newer = await declare({}, start + 1)

      await declare({ severity: 3 }, start)

      expect(await list()).toEqual([newer])
    })

    it('leaves one screening in place of many at once', async () => {
      const { declare, list } = setup()

      await Promise.all([5, 1, 4, 2, 3].map((index) => declare({}, start + index)))

      expect((await list()).map(({ declaredAt }) => declaredAt)).toEqual([start + 5])
    })
  })
}
