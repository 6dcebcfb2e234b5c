import { describe, expect, it } from 'vitest'
import { send, setup, signIn } from '../backend.setup.js'
import { addDevice, setupVenue } from './venue.setup.js'

const staffPhone = '+84905000002'

describe('staff', () => {
  it('is added by its phone, proves itself by a code, and sees the venue', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    backend.clock.at += 1_000

    const added = await send(
      backend,
      'POST',
      `${path}/staff`,
      { phone: '0905 000 002', role: 'staff' },
      owner,
    )
    const staff = await signIn(backend, staffPhone)
    const { json } = await send(backend, 'GET', '/v1/venues', undefined, staff)
    const listed = await send(backend, 'GET', `${path}/staff`, undefined, owner)

    expect(added.json).toMatchObject({ phone: staffPhone, role: 'staff' })
    expect(json.venues).toMatchObject([{ role: 'staff' }])
    expect(listed.json).toMatchObject({ staff: [{ role: 'owner' }, { phone: staffPhone }] })
  })

  it('may scan and not manage, until it is a manager', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    const staff = await signIn(backend, staffPhone)
    const add = (role: string) =>
      send(backend, 'POST', `${path}/staff`, { phone: staffPhone, role }, owner)
    const tryAll = async () => [
      (await send(backend, 'PATCH', path, { kind: 'shop' }, staff)).status,
      (await send(backend, 'GET', `${path}/staff`, undefined, staff)).status,
      (await send(backend, 'GET', `${path}/devices`, undefined, staff)).status,
      (await send(backend, 'GET', `${path}/visits`, undefined, staff)).status,
    ]

    const stranger = await tryAll()
    const first = await add('staff')
    const asStaff = await tryAll()
    const second = await add('manager')
    const asManager = await tryAll()

    expect([stranger, asStaff, asManager]).toEqual([
      [404, 404, 404, 404],
      [403, 403, 403, 200],
      [200, 200, 200, 200],
    ])
    expect(second.json.staffId).toBe(first.json.staffId)
  })

  it('is removed, but for the owner', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    const staff = await signIn(backend, staffPhone)
    backend.clock.at += 1_000
    const { json } = await send(
      backend,
      'POST',
      `${path}/staff`,
      { phone: staffPhone, role: 'manager' },
      owner,
    )
    const listed = await send(backend, 'GET', `${path}/staff`, undefined, staff)
    const [{ staffId: ownerId } = { staffId: '' }] = toStaff(listed.json.staff)

    const ownerRemoved = await send(backend, 'DELETE', `${path}/staff/${ownerId}`, undefined, staff)
    const removed = await send(backend, 'DELETE', `${path}/staff/${json.staffId}`, undefined, owner)
    const after = await send(backend, 'GET', `${path}/visits`, undefined, staff)

    expect([ownerRemoved.status, removed.status, after.status]).toEqual([404, 204, 404])
  })
})

const toStaff = (list: unknown): { staffId: string }[] =>
  Array.isArray(list) ? list.map(({ staffId }) => ({ staffId })) : []

describe('a device', () => {
  it('gets a key that is shown once, and ends with it', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    const { device, headers } = await addDevice(backend, owner, path)
    const batch = { sentAt: new Date().toISOString(), visits: [] }
    const record = () => send(backend, 'POST', '/v1/visits', batch, headers)

    const { json } = await send(backend, 'GET', `${path}/devices`, undefined, owner)
    const before = await record()
    const revoke = () =>
      send(backend, 'DELETE', `${path}/devices/${device.deviceId}`, undefined, owner)
    const revoked = [(await revoke()).status, (await revoke()).status]
    const after = await record()

    const { key, ...shown } = device
    expect(key).toMatch(/^kbyt_dk_[A-HJ-NP-Z2-9]{8}_[\w-]{43}$/)
    expect(json.devices).toEqual([shown])
    expect([before.json.code, after.status, after.json.code]).toEqual([
      'input_invalid',
      401,
      'key_unknown',
    ])
    expect(revoked).toEqual([204, 404])
  })

  it('calls nothing but what takes a device', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    const { headers } = await addDevice(backend, owner, path)

    const citizens = await send(backend, 'GET', '/v1/visits', undefined, headers)
    const officers = await send(backend, 'GET', '/v1/officers/sessions/current', undefined, headers)
    const page = await send(
      backend,
      'POST',
      '/v1/visits',
      {},
      { ...headers, origin: 'https://a.vn' },
    )

    expect([citizens.json.code, officers.json.code]).toEqual([
      'session_required',
      'session_required',
    ])
    expect(page.json.code).toBe('origin_not_allowed')
  })
})
