import { describe, expect, it } from 'vitest'
import type { Store, VisitRow } from '../store.js'
import { claimAnswer, day, fileDeclaration, hour, start, unique } from './rows.setup.js'
import { makeVisit } from './venue-rows.setup.js'

const always = { from: 0, before: start + 1_000 * day }

export function describeVisits(open: () => Store): void {
  function setup(count: number, changes: Partial<VisitRow> = {}) {
    const fixed = {
      venueCode: unique('venue'),
      personId: unique('person'),
      phoneIndex: unique('phone'),
    }
    const rows = Array.from({ length: count }, (_, index) =>
      makeVisit({ ...fixed, happenedAt: start + index, ...changes }),
    )
    return { visits: open().visits, rows, ...fixed }
  }

  const toIds = (rows: readonly { visitId: string }[]) => rows.map(({ visitId }) => visitId)

  describe('visits', () => {
    it('are kept as they are, and found by venue, person and phone', async () => {
      const { visits, rows, venueCode, personId, phoneIndex } = setup(2)
      const { visitId, direction, happenedAt, isClockSuspect, sealed } = rows[0]!

      await visits.saveVisits(rows)

      const found = { venueCode, visitId, personId, direction, happenedAt, isClockSuspect, sealed }
      expect(await visits.findVenueVisits(venueCode, undefined, 10)).toEqual([rows[1], rows[0]])
      expect((await visits.findVisitsOf(personId, always, 10))[1]).toEqual(found)
      expect(await visits.findVisitsOf(phoneIndex, always, 1)).toMatchObject([
        { visitId: rows[1]!.visitId },
      ])
      expect(await visits.findVisitsOf(unique('person'), always, 10)).toEqual([])
    })

    it('are kept once, as they came first', async () => {
      const { visits, rows, venueCode, personId } = setup(3, { isClockSuspect: true })
      const changed = rows.map((row) => ({
        ...row,
        direction: 'out' as const,
        happenedAt: start + day,
      }))

      await Promise.all([visits.saveVisits(rows), visits.saveVisits(rows.toReversed())])
      await visits.saveVisits([...changed, ...changed])

      expect(await visits.findVenueVisits(venueCode, undefined, 10)).toEqual(rows.toReversed())
      expect(await visits.findVisitsOf(personId, always, 10)).toHaveLength(3)
    })

    it('tell which of them are known, each by venue and id', async () => {
      const { visits, rows, venueCode } = setup(2)
      const [known, unknown] = rows
      await visits.saveVisits([known!])
      const elsewhere = { venueCode: unique('venue'), visitId: known!.visitId }

      const found = await visits.findKnown(
        [known!, unknown!, elsewhere].map(({ venueCode, visitId }) => ({ venueCode, visitId })),
      )

      expect(found).toEqual([{ venueCode, visitId: known!.visitId }])
      expect(await visits.findKnown([])).toEqual([])
    })

    it('are paged from the newest back, those of one instant too', async () => {
      const { visits, rows, venueCode } = setup(5, { happenedAt: start })
      await visits.saveVisits(rows)

      const first = await visits.findVenueVisits(venueCode, undefined, 2)
      const second = await visits.findVenueVisits(venueCode, first[1], 2)
      const third = await visits.findVenueVisits(venueCode, second[1], 2)

      expect(toIds([...first, ...second, ...third])).toEqual(toIds(rows.toReversed()))
    })

    it('are found within a span, its end excluded', async () => {
      const { visits, rows, venueCode, phoneIndex } = setup(4)
      await visits.saveVisits(rows)
      const span = { from: start + 1, before: start + 3 }

      const between = await visits.findVisitsBetween(venueCode, span)

      expect(toIds(between).sort()).toEqual(toIds(rows.slice(1, 3)))
      expect(toIds(await visits.findVisitsOf(phoneIndex, span, 10))).toEqual(
        toIds([rows[2]!, rows[1]!]),
      )
    })

    it('of a card are found by the person alone', async () => {
      const { visits, rows, personId } = setup(1, { phoneIndex: null })
      await visits.saveVisits(rows)

      expect(await visits.findVisitsOf(personId, always, 10)).toHaveLength(1)
      await expect(visits.saveVisits([])).resolves.toBeUndefined()
    })

    it('are forgotten 30 days after they happened, look-ups too', async () => {
      const store = open()
      const { visits, rows, venueCode, personId } = setup(1)
      await visits.saveVisits(rows)
      const count = async () => [
        (await visits.findVenueVisits(venueCode, undefined, 10)).length,
        (await visits.findVisitsOf(personId, always, 10)).length,
      ]

      await store.purge(start + 30 * day - 1)
      const before = await count()
      await store.purge(start + 30 * day)

      expect([before, await count()]).toEqual([
        [1, 1],
        [0, 0],
      ])
    })
  })

  describe('pass holders', () => {
    it('are found for several passes at once, with what ends a pass', async () => {
      const store = open()
      const [one, two] = [unique('phone'), unique('phone')]
      const filed = await fileDeclaration(store, { phoneIndex: one, people: ['a', 'b'] })
      const other = await fileDeclaration(store, { phoneIndex: two, people: ['c'] })
      await store.declarations.withdrawDeclaration(
        two,
        other.declaration.declarationId,
        start + hour,
        await claimAnswer(store),
        [],
      )
      const [, second] = filed.people
      const [third] = other.people

      const found = await store.visits.findPassHolders([
        second!.passId,
        third!.passId,
        unique('pass'),
      ])

      const { passId, personId, phoneIndex, issuedAt, validUntil, sealed } = second!
      expect(found.find((each) => each.passId === passId)).toEqual({
        passId,
        personId,
        phoneIndex,
        issuedAt,
        validUntil,
        sealed,
        withdrawnAt: null,
      })
      expect(found.find((each) => each.passId === third!.passId)?.withdrawnAt).toBe(start + hour)
      expect(found).toHaveLength(2)
      expect(await store.visits.findPassHolders([])).toEqual([])
    })
  })
}
