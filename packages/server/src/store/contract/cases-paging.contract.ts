import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArrivalRow, ScreeningRow, Store } from '../store.js'
import { fileWith, inAreas, makeArrival, makeScreening } from './cases.setup.js'
import { start, unique } from './rows.setup.js'

const numRuns = process.env.KBYT_LONG ? 200 : 8

/** Moments so close together that many are the same; what comes before page n comes in while n is read. */
const story = fc.record({
  before: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
  between: fc.array(fc.array(fc.nat(3), { maxLength: 3 }), { maxLength: 8 }),
  limit: fc.integer({ min: 1, max: 4 }),
})

interface Pager<Row> {
  readonly add: (moment: number) => Promise<Row>
  readonly page: (after: Row | undefined, limit: number) => Promise<Row[]>
  readonly idOf: (row: Row) => string
}

/** Reads page by page to the end while rows come in: what was there at first is seen once, nothing is twice. */
async function expectEachOnce<Row>(
  { add, page, idOf }: Pager<Row>,
  { before, between, limit }: { before: number[]; between: number[][]; limit: number },
): Promise<void> {
  const first: string[] = []
  for (const moment of before) first.push(idOf(await add(moment)))
  const seen: string[] = []
  const incoming = [...between]
  let after: Row | undefined
  do {
    const [rows] = await Promise.all([
      page(after, limit),
      ...(incoming.shift() ?? []).map((moment) => add(moment)),
    ])
    seen.push(...rows.map(idOf))
    expect(new Set(seen).size).toBe(seen.length)
    after = rows.at(-1)
  } while (after)

  expect(first.filter((id) => !seen.includes(id))).toEqual([])
}

export function describeCasePaging(open: () => Store): void {
  it('pages through arrivals while people declare: each is seen once', async () => {
    const { arrivals } = open()
    const toPager = (areaCode: string): Pager<ArrivalRow> => ({
      add: async (moment) => {
        const rows: ArrivalRow[] = []
        await fileWith(
          open(),
          { phoneIndex: unique('phone'), people: [unique('person')] },
          (filed) => {
            rows.push(makeArrival(filed, { areaCode, arrivalAt: start + moment }))
            return { arrivals: rows }
          },
        )
        return rows[0]!
      },
      page: async (after, limit) =>
        (await arrivals.findArrivals(inAreas(areaCode), after, limit)).map(({ row }) => row),
      idOf: ({ arrivalId }) => arrivalId,
    })

    await fc.assert(
      fc.asyncProperty(story, (told) => expectEachOnce(toPager(unique('area')), told)),
      { numRuns },
    )
  })

  it('pages through screenings while people declare: each is seen once', async () => {
    const { screenings } = open()
    const toPager = (areaCode: string): Pager<ScreeningRow> => ({
      add: async (moment) => {
        const rows: ScreeningRow[] = []
        const severity = 1 + (moment % 3)
        await fileWith(
          open(),
          { phoneIndex: unique('phone'), people: [unique('person')] },
          (filed) => {
            rows.push(makeScreening(filed, { areaCode, severity, declaredAt: start + moment }))
            return { screenings: rows }
          },
        )
        return rows[0]!
      },
      page: async (after, limit) => {
        const filter = { areas: [areaCode], state: undefined }
        return (await screenings.findScreenings(filter, after, limit)).map(({ row }) => row)
      },
      idOf: ({ screeningId }) => screeningId,
    })

    await fc.assert(
      fc.asyncProperty(story, (told) => expectEachOnce(toPager(unique('area')), told)),
      { numRuns },
    )
  })
}
