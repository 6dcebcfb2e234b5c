import { describe, expect, it } from 'vitest'
import { declare, makeDeclaration, makeDeclared, send, signIn, startMs } from '../backend.setup.js'
import { registerVenue } from '../venue/venue.setup.js'
import { findHistory, record, setupDoor } from './check-in.setup.js'

describe('a card', () => {
  it('is the person who declared with its number, whichever card it is', async () => {
    const { backend, machine, filed, scan, path } = await setupDoor()
    const other = await signIn(backend, '+84905888888')
    const insured = makeDeclared({
      fullName: 'Lê Văn Bảo',
      identityDocument: { type: 'bhxh', number: '0123456789' },
    })
    const { json } = await declare(backend, other, makeDeclaration(insured))
    const [person] = Array.isArray(json.people) ? json.people : []

    await record(backend, machine, [
      scan({ subject: { by: 'cccd', number: '046190001234' } }),
      scan({ subject: { by: 'bhyt', number: 'GD4460123456789' } }),
      scan({ subject: { by: 'bhyt', number: '0123456789' } }),
    ])

    const rows = await backend.store.visits.findVenueVisits(path.slice(-8), undefined, 9)
    const ids = rows.map(({ personId }) => personId)
    expect(new Set(ids)).toEqual(new Set([filed.people[0]?.personId, person.personId]))
    expect(rows.map(({ phoneIndex }) => phoneIndex)).toEqual([null, null, null])
  })

  it('of somebody unknown is kept sealed, and theirs once they declare', async () => {
    const { backend, machine, owner, scan, path } = await setupDoor()
    const number = '046099000111'
    await record(backend, machine, [scan({ subject: { by: 'cccd', number } })])
    const other = await signIn(backend, '+84905888888')
    const late = makeDeclared({ identityDocument: { type: 'cccd', number } })

    const { json } = await declare(backend, other, makeDeclaration(late))

    const [row] = await backend.store.visits.findVenueVisits(path.slice(-8), undefined, 1)
    const { visits } = await findHistory(backend, owner, path)
    expect(json.people).toMatchObject([{ personId: row?.personId }])
    expect(JSON.stringify([row, visits])).not.toContain(number)
    expect(visits[0]).not.toHaveProperty('displayName')
  })
})

describe('the history of a venue', () => {
  it('comes page by page, newest first, and takes no cursor of another list', async () => {
    const { backend, machine, owner, path, scan } = await setupDoor()
    const times = [5, 4, 3, 2, 1].map((minutes) =>
      new Date(startMs - minutes * 60_000).toISOString(),
    )
    await record(
      backend,
      machine,
      times.map((at) => scan({ at })),
    )
    const { venueCode } = await registerVenue(backend, owner)

    const first = await findHistory(backend, owner, path, '?limit=3')
    const second = await findHistory(backend, owner, path, `?limit=3&cursor=${first.nextCursor}`)
    const other = await send(
      backend,
      'GET',
      `/v1/venues/${venueCode}/visits?cursor=${first.nextCursor}`,
      undefined,
      owner,
    )

    const found = [...first.visits, ...second.visits].map(({ happenedAt }) => happenedAt)
    expect(found).toEqual(times.toReversed())
    expect([first.visits.length, second.nextCursor]).toEqual([3, undefined])
    expect([other.status, other.json.code]).toEqual([400, 'input_invalid'])
  })
})
