import { describe, expect, it } from 'vitest'
import type { Visit } from '../schema/visit.js'
import { type LedgerVisit, toLedgerVisit } from './to-ledger-visit.js'
import { toPresences } from './to-presences.js'

const hour = 3_600_000
const evening = Date.parse('2021-09-23T22:00:00+07:00')
const noon = Date.parse('2021-09-23T12:00:00+07:00')
let count = 0

/** `in 8:30` on 23 September 2021 in Huế. */
function scan(text: string, more: Partial<LedgerVisit> = {}): LedgerVisit {
  const [direction, time] = text.split(' ')
  count += 1
  const at = new Date(`2021-09-23T${time!.padStart(5, '0')}:00+07:00`).toISOString()
  return {
    visitId: `0177f2a4-0000-7000-8000-${String(count).padStart(12, '0')}`,
    venueCode: 'HUE00001',
    direction: direction === 'in' ? 'in' : 'out',
    person: 'Thảo',
    at,
    clockOffsetMs: 0,
    isClockSuspect: false,
    happenedAt: at,
    ...more,
  }
}

/** `8:30-9:45 scan`; `…` for what is not known. */
function show(visits: LedgerVisit[], now = evening, limitMs?: number): string[] {
  const toTime = (instant: string | undefined) =>
    instant ? new Date(Date.parse(instant) + 7 * hour).toISOString().slice(11, 16) : '…'
  return toPresences(visits, { now, limitMs }).map(
    ({ cameInAt, wentOutAt, endedBy }) =>
      `${toTime(cameInAt)}-${toTime(wentOutAt)}${endedBy ? ` ${endedBy}` : ''}`,
  )
}

describe('presences', () => {
  it('pair going in with going out', () => {
    expect(show([scan('in 8:00'), scan('out 9:00'), scan('in 10:00'), scan('out 11:00')])).toEqual([
      '08:00-09:00 scan',
      '10:00-11:00 scan',
    ])
  })

  it('are prolonged, not doubled, by a second scan inside', () => {
    const visits = [scan('in 8:00'), scan('in 9:30')]

    expect(show(visits, noon, 3 * hour)).toEqual(['08:00-…'])
    expect(show(visits, noon + hour, 3 * hour)).toEqual(['08:00-12:30 limit'])
  })

  it('last until midnight in Việt Nam where the venue has no limit', () => {
    const visits = [scan('in 8:00')]

    expect(show(visits, evening + 2 * hour - 1)).toEqual(['08:00-…'])
    expect(show(visits, evening + 2 * hour)).toEqual(['08:00-00:00 midnight'])
  })

  it('end at midnight though the limit is later', () => {
    expect(show([scan('in 23:00')], evening + 24 * hour, 4 * hour)).toEqual([
      '23:00-00:00 midnight',
    ])
  })

  it('begin anew after the limit', () => {
    expect(show([scan('in 8:00'), scan('in 10:00')], evening, 2 * hour)).toEqual([
      '08:00-10:00 limit',
      '10:00-12:00 limit',
    ])
  })

  it('are known by their end alone when going in was not scanned', () => {
    expect(show([scan('out 9:00'), scan('in 10:00')], noon)).toEqual(['…-09:00 scan', '10:00-…'])
  })

  it('end with the second of two scans of going out', () => {
    expect(show([scan('in 8:00'), scan('out 9:00'), scan('out 9:01')])).toEqual([
      '08:00-09:01 scan',
    ])
  })

  it('are counted for each person and each venue', () => {
    const visits = [
      scan('in 8:00'),
      scan('in 8:10', { person: 'Bé' }),
      scan('in 8:20', { venueCode: 'HUE00002' }),
    ]

    expect(show(visits, noon)).toEqual(['08:00-…', '08:10-…', '08:20-…'])
  })

  it('are the same when a visit arrives late or twice', () => {
    const [one, two, three] = [scan('in 8:00'), scan('out 9:00'), scan('in 10:00')]

    expect(show([three, two, one, two], noon)).toEqual(show([one, two, three], noon))
  })
})

const visit: Visit = {
  visitId: '0177f2a4-0000-7000-8000-000000000001',
  venueCode: 'HUE00001',
  direction: 'in',
  scannedBy: 'visitor',
  subject: { by: 'pass', passId: '00f1e2d3c4b5a697' },
  at: '2021-09-24T01:00:00.000Z',
}

// ATTACKS 114
describe('a device whose clock is a day ahead', () => {
  const sentAt = '2021-09-24T03:00:00.000Z'
  const receivedAt = '2021-09-23T03:00:00.000Z'

  it('keeps its time, with the offset, and is flagged', () => {
    expect(toLedgerVisit(visit, { person: 'Thảo', sentAt, receivedAt })).toMatchObject({
      at: visit.at,
      clockOffsetMs: -24 * hour,
      isClockSuspect: true,
      happenedAt: '2021-09-23T01:00:00.000Z',
    })
  })

  it('is set right by the offset it knew, though its clock was set since', () => {
    const known = { ...visit, clockOffsetMs: -24 * hour }

    expect(toLedgerVisit(known, { person: 'Thảo', sentAt: receivedAt, receivedAt })).toMatchObject({
      isClockSuspect: true,
      happenedAt: '2021-09-23T01:00:00.000Z',
    })
  })

  it('is flagged though nothing tells the offset: the visit would lie ahead', () => {
    expect(toLedgerVisit(visit, { person: 'Thảo', sentAt: receivedAt, receivedAt })).toMatchObject({
      isClockSuspect: true,
      happenedAt: visit.at,
    })
  })

  it('flags the presence', () => {
    const visits = [scan('in 8:00'), scan('out 9:00', { isClockSuspect: true })]

    expect(toPresences(visits, { now: noon })[0]!.isClockSuspect).toBe(true)
  })
})

it('takes a clock that is two minutes off at its word', () => {
  const arrival = {
    person: 'Thảo',
    sentAt: '2021-09-24T01:30:00Z',
    receivedAt: '2021-09-24T01:32:00Z',
  }

  expect(toLedgerVisit(visit, arrival)).toMatchObject({
    clockOffsetMs: 120_000,
    isClockSuspect: false,
    happenedAt: visit.at,
  })
})
