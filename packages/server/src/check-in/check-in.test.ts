import { visitLifetimeMs, visitReceiptSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { listActions } from '../audit/list-actions.setup.js'
import { newKey, send, signIn, signInOfficer, startMs } from '../backend.setup.js'
import { registerVenue } from '../venue/venue.setup.js'
import { findHistory, record, sendVisits, setupDoor, signInInspector } from './check-in.setup.js'

const hour = 3_600_000
const day = 24 * hour

describe('who may send a visit', () => {
  it('a visitor with a pass of their own phone', async () => {
    const { backend, visitor, owner, path, makeVisit } = await setupDoor()

    const refused = await record(backend, visitor, [makeVisit()])

    const { visits } = await findHistory(backend, owner, path)
    expect(refused).toEqual([undefined])
    expect(visits).toEqual([
      {
        displayName: 'N.T.P. Thảo',
        subjectKind: 'pass',
        direction: 'in',
        happenedAt: new Date(startMs).toISOString(),
        isClockSuspect: false,
      },
    ])
  })

  it('no visitor for somebody else, and by no card, which proves nothing', async () => {
    const { backend, makeVisit } = await setupDoor()
    const stranger = await signIn(backend, '+84905777777')

    const refused = await record(backend, stranger, [
      makeVisit(),
      makeVisit({ subject: { by: 'cccd', number: '046190001234' } }),
    ])

    expect(refused).toEqual(['forbidden', 'forbidden'])
  })

  it('those who work at the venue, for whoever comes, until they are removed', async () => {
    const { backend, owner, path, scan } = await setupDoor()
    const staff = await signIn(backend, '+84905000002')
    const before = await record(backend, staff, [scan()])
    const member = { phone: '0905000002', role: 'staff' }
    const { json } = await send(backend, 'POST', `${path}/staff`, member, owner)

    const during = await record(backend, staff, [scan()])
    await send(backend, 'DELETE', `${path}/staff/${json.staffId}`, undefined, owner)
    const after = await record(backend, staff, [scan()])

    expect([before, during, after]).toEqual([['forbidden'], [undefined], ['forbidden']])
  })

  it('of no phone a trace: the venue’s staff have ids there, visitors are themselves', async () => {
    const { backend, owner, visitor, venue, scan, makeVisit } = await setupDoor()
    const [member] = await backend.store.venues.findStaff(venue.venueCode)
    await record(backend, owner, [scan()])
    await record(backend, visitor, [makeVisit()])

    const span = { from: 0, before: backend.clock.at + 1 }
    const kept = await backend.store.visits.findVisitsBetween(venue.venueCode, span)

    expect(kept.map(({ recordedBy }) => recordedBy).sort()).toEqual(
      [member?.staffId, 'visitor'].sort(),
    )
  })

  it('a machine at its own venue, as the venue’s scanner alone', async () => {
    const { backend, owner, machine, scan, makeVisit } = await setupDoor()
    const { venueCode } = await registerVenue(backend, owner)

    const refused = await record(backend, machine, [scan(), scan({ venueCode }), makeVisit()])

    expect(refused).toEqual([undefined, 'forbidden', 'forbidden'])
  })

  it('the venue’s inspector, each batch on record; no other officer', async () => {
    const { backend, venue, scan } = await setupDoor()
    const inspector = await signInInspector(backend, venue.venueCode)
    const other = await signInInspector(backend, 'ABCDEFGH')
    const officer = await signInOfficer(backend, 'province', ['46'])

    const kept = await record(backend, inspector, [scan(), scan()])
    const elsewhere = await record(backend, other, [scan()])
    const { status, json } = await sendVisits(backend, officer.headers, [scan()])

    const rows = await listActions(backend)
    expect([kept, elsewhere]).toEqual([[undefined, undefined], ['forbidden']])
    expect([status, json.code]).toEqual([403, 'forbidden'])
    expect(rows.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['record visits', 'kept 2'],
      ['record visits', 'kept 0'],
    ])
  })

  it('keeps nothing of an inspector that cannot be put on record', async () => {
    const { backend, venue, owner, path, scan } = await setupDoor({ isStrict: false })
    const headers = await signInInspector(backend, venue.venueCode)
    backend.store.audit.append = () => Promise.reject(new Error('disk'))

    const { status, json } = await sendVisits(backend, headers, [scan()])

    expect([status, json.code]).toEqual([503, 'audit_unavailable'])
    expect((await findHistory(backend, owner, path)).visits).toEqual([])
  })
})

describe('a visit', () => {
  it('is kept once however often it is sent, also when its pass was withdrawn since', async () => {
    const { backend, visitor, machine, owner, path, filed, scan } = await setupDoor()
    const visits = [scan(), scan({ direction: 'out' })]

    await record(backend, machine, [...visits, ...visits])
    await send(
      backend,
      'POST',
      `/v1/declarations/${filed.declarationId}/withdraw`,
      {},
      {
        ...visitor,
        'idempotency-key': newKey(),
      },
    )
    const again = await record(backend, machine, visits)
    const fresh = await record(backend, machine, [scan()])

    expect([again, fresh]).toEqual([[undefined, undefined], ['qr_revoked']])
    expect((await findHistory(backend, owner, path)).visits).toHaveLength(2)
  })

  it('is judged by itself: a batch keeps what it can', async () => {
    const { backend, machine, owner, path, scan } = await setupDoor()

    const refused = await record(backend, machine, [
      scan({ venueCode: 'ABCDEFGH' }),
      scan({ subject: { by: 'pass', passId: '0011223344556677' } }),
      scan({ subject: { by: 'my-qr', text: '123456789' } }),
      scan(),
    ])

    expect(refused).toEqual(['not_found', 'qr_foreign', 'qr_foreign', undefined])
    expect((await findHistory(backend, owner, path)).visits).toHaveLength(1)
  })

  it('is refused with a pass whose time was over, and kept where it was not yet', async () => {
    const { backend, machine, scan } = await setupDoor()
    backend.clock.at += 7 * day + hour
    const before = new Date(backend.clock.at - 2 * hour).toISOString()

    const refused = await record(backend, machine, [scan(), scan({ at: before })])

    expect(refused).toEqual(['qr_expired', undefined])
  })

  it('older than 14 days is no longer taken', async () => {
    const { backend, machine, scan } = await setupDoor()
    const toAt = (ago: number) => new Date(startMs - ago).toISOString()

    const refused = await record(backend, machine, [
      scan({ at: toAt(visitLifetimeMs + 1) }),
      scan({ at: toAt(visitLifetimeMs) }),
    ])

    expect(refused).toEqual(['visit_expired', undefined])
  })

  it.each([1, -1])(
    '114: of a clock that is wrong by %d day keeps its time with the offset, flagged',
    async (days) => {
      const { backend, machine, owner, path, scan } = await setupDoor()
      const deviceMs = startMs + days * day
      const happened = -10 * 60_000

      await sendVisits(
        backend,
        machine,
        [scan({ at: new Date(deviceMs + happened).toISOString() })],
        deviceMs,
      )

      const [row] = await backend.store.visits.findVenueVisits(path.slice(-8), undefined, 1)
      const { visits } = await findHistory(backend, owner, path)
      expect(row).toMatchObject({
        deviceAt: deviceMs + happened,
        clockOffsetMs: -days * day,
        happenedAt: startMs + happened,
        isClockSuspect: true,
      })
      expect(visits).toMatchObject([{ isClockSuspect: true }])
    },
  )

  it('that a clock ahead puts into the future happened when it arrived', async () => {
    const { backend, machine, path, scan } = await setupDoor()
    const at = new Date(startMs + hour).toISOString()

    await record(backend, machine, [scan({ at, clockOffsetMs: 0 })])

    const [row] = await backend.store.visits.findVenueVisits(path.slice(-8), undefined, 1)
    expect(row).toMatchObject({ happenedAt: startMs, isClockSuspect: true })
  })

  it('at an outdated poster is kept and says so, at a revoked one it is refused from then on', async () => {
    const { backend, visitor, owner, path, makeVisit } = await setupDoor()
    const scan = (ago: number, posterRevision: number) =>
      makeVisit({ posterRevision, at: new Date(backend.clock.at - ago).toISOString() })
    const makePoster = (revokesOlder: boolean) =>
      send(
        backend,
        'POST',
        `${path}/posters`,
        { revokesOlder },
        { ...owner, 'idempotency-key': newKey() },
      )
    await makePoster(false)

    const outdated = await sendVisits(backend, visitor, [scan(0, 1), scan(0, 2), scan(0, 9)])
    backend.clock.at += 60_000
    await makePoster(true)
    const revoked = await record(backend, visitor, [scan(0, 2), scan(30_000, 2), scan(0, 3)])

    const { results } = visitReceiptSchema.parse(outdated.json)
    expect(results.map(({ newestRevision }) => newestRevision)).toEqual([2, undefined, undefined])
    expect(revoked).toEqual(['poster_revoked', undefined, undefined])
  })

  it('counts against a limit for each sender, and the outbox is told when to come back', async () => {
    const { backend, visitor, machine, makeVisit, scan } = await setupDoor()
    const send50 = () =>
      sendVisits(
        backend,
        visitor,
        Array.from({ length: 50 }, () => makeVisit()),
      )
    for (let count = 0; count < 4; count += 1) await send50()

    const over = await send50()
    const others = await record(backend, machine, [scan()])

    expect([over.status, over.json.code]).toEqual([429, 'rate_limited'])
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(others).toEqual([undefined])
  })

  it.each([
    ['51 visits', 51, {}],
    ['an offset of a thousand years', 1, { clockOffsetMs: 31_536_000_000_000 }],
    ['an insurance number of 12', 1, { subject: { by: 'bhyt', number: '460123456789' } }],
  ])('is refused as %s', async (_name, count, changes) => {
    const { backend, machine, scan } = await setupDoor()
    const visits = Array.from({ length: count }, () => ({ ...scan(), ...changes }))
    const sentAt = new Date(startMs).toISOString()

    const { status, json } = await send(backend, 'POST', '/v1/visits', { sentAt, visits }, machine)

    expect([status, json.code]).toEqual([400, 'input_invalid'])
  })
})
