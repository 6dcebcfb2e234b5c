import { venueInspectionSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { listActions } from '../audit/list-actions.setup.js'
import { send, signInOfficer, type TestBackend } from '../backend.setup.js'
import { record, setupDoor } from './check-in.setup.js'

const hour = 3_600_000
const noon = Date.parse('2021-03-03T12:00:00+07:00')

const toIso = (at: number) => new Date(at).toISOString()

function inspectVenue(
  backend: TestBackend,
  headers: Record<string, string>,
  venueCode: string,
  changes: object = {},
) {
  const request = { venueCode, reason: 'contact-tracing', post: 'ga-hue', ...changes }
  return send(backend, 'POST', '/v1/inspections/venues', request, headers)
}

/** A day at a venue: a card and a pass in the morning, the pass again at noon. */
async function setupDay() {
  const door = await setupDoor()
  const { backend, machine, scan, venue } = door
  backend.clock.at = noon
  const card = { by: 'cccd', number: '046099000111' } as const
  await record(backend, machine, [
    scan({ at: toIso(noon - 4 * hour), subject: card }),
    scan({ at: toIso(noon - 3 * hour) }),
    scan({ at: toIso(noon - 2 * hour), direction: 'out' }),
    scan({ at: toIso(noon) }),
  ])
  const { headers } = await signInOfficer(backend, 'ward', ['19777'])
  const trace = async (changes: object = {}) => {
    const { json } = await inspectVenue(backend, headers, venue.venueCode, changes)
    return venueInspectionSchema.parse(json)
  }
  return { ...door, headers, trace }
}

describe('kiểm tra địa điểm', () => {
  it('shows the venue, and who was there in the last day', async () => {
    const { venue, filed, trace } = await setupDay()

    const found = await trace()

    expect(found.venue).toMatchObject({ name: venue.name, contact: { phone: '+842343822222' } })
    expect(found).toMatchObject({ from: toIso(noon - 24 * hour), to: toIso(noon) })
    expect(found.presences).toEqual([
      {
        personId: expect.any(String),
        subjectKind: 'cccd',
        identityDocument: { type: 'cccd', number: '046099000111' },
        cameInAt: toIso(noon - 4 * hour),
        lastSeenAt: toIso(noon - 4 * hour),
        isClockSuspect: false,
      },
      {
        personId: filed.people[0]?.personId,
        subjectKind: 'pass',
        displayName: 'N.T.P. Thảo',
        cameInAt: toIso(noon - 3 * hour),
        lastSeenAt: toIso(noon - 2 * hour),
        wentOutAt: toIso(noon - 2 * hour),
        endedBy: 'scan',
        isClockSuspect: false,
      },
      {
        personId: filed.people[0]?.personId,
        subjectKind: 'pass',
        displayName: 'N.T.P. Thảo',
        cameInAt: toIso(noon),
        lastSeenAt: toIso(noon),
        isClockSuspect: false,
      },
    ])
  })

  it.each([
    ['who came before and left after', -2.6, -2.4, 2],
    ['who had not left when it ended', -3.5, -3.4, 1],
    ['nobody before the first came', -6, -4.1, 0],
  ])('between two instants finds %s', async (_name, from, to, count) => {
    const { trace } = await setupDay()

    const { presences } = await trace({
      from: toIso(noon + from * hour),
      to: toIso(noon + to * hour),
    })

    expect(presences).toHaveLength(count)
  })

  it('comes page by page of one question, each page on record', async () => {
    const { backend, trace, venue, headers } = await setupDay()

    const first = await trace({ limit: 2 })
    backend.clock.at += hour / 3
    const second = await trace({ limit: 2, cursor: first.nextCursor })
    const { json } = await inspectVenue(backend, headers, venue.venueCode, { cursor: 'x' })

    const rows = await listActions(backend)
    expect([first.presences.length, second.presences.length]).toEqual([2, 1])
    expect([second.from, second.to, second.nextCursor]).toEqual([first.from, first.to, undefined])
    expect(json.code).toBe('input_invalid')
    expect(
      rows.map(({ action, outcome, reason, post }) => [action, outcome, reason, post]),
    ).toEqual(Array(2).fill(['inspect venue', 'found', 'contact-tracing', 'ga-hue']))
  })

  it('answers alike for no venue and one of another ward; the log tells them apart', async () => {
    const { backend, venue } = await setupDay()
    const { headers } = await signInOfficer(backend, 'ward', ['19960'])

    const outside = await inspectVenue(backend, headers, venue.venueCode)
    const none = await inspectVenue(backend, headers, 'ABCDEFGH')

    const rows = await listActions(backend)
    expect([outside.status, outside.json]).toEqual([404, none.json])
    expect(rows.map(({ outcome }) => outcome)).toEqual(['out_of_area', 'absent'])
  })

  it('answers nothing that cannot be put on record', async () => {
    const { backend, venue, headers } = await setupDay()
    backend.store.audit.append = () => Promise.reject(new Error('disk'))

    const { status, json } = await inspectVenue(backend, headers, venue.venueCode)

    expect([status, json.code]).toEqual([503, 'audit_unavailable'])
  })

  it.each([
    ['an unknown reason', { reason: 'curiosity' }, 'reason_unknown'],
    ['an unknown post', { post: 'ga-xe' }, 'post_unknown'],
    ['more than a day', { from: toIso(noon - 25 * hour), to: toIso(noon) }, 'date_outside_window'],
    ['an end before its beginning', { from: toIso(noon), to: toIso(noon - 1) }, 'date_order'],
  ])('refuses %s', async (_name, changes, code) => {
    const { backend, venue, headers } = await setupDay()

    const { json } = await inspectVenue(backend, headers, venue.venueCode, changes)

    expect(json.issues).toMatchObject([{ code }])
  })

  it.each(['inspector', 'administrator'] as const)('is not for an %s', async (role) => {
    const { backend, venue } = await setupDay()
    const { headers } = await signInOfficer(backend, role, ['46', venue.venueCode])

    const { status, json } = await inspectVenue(backend, headers, venue.venueCode)

    expect([status, json.code]).toEqual([403, 'forbidden'])
  })
})
