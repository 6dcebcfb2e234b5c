import { describe, expect, it } from 'vitest'
import { fillDisk } from '../audit/fill-disk.setup.js'
import { listActions } from '../audit/list-actions.setup.js'
import { send, setup } from '../backend.setup.js'
import { login, openSession, setupAdministrator, ward, whoAmI } from './account.setup.js'

describe('linking an account to another identity', () => {
  it('ends what the earlier one opened', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const headers = await openSession(backend, an)
    const link = (subject: string) =>
      order('PUT', `/${an.officerId}/oidc`, { issuer: 'https://id.example', subject })

    await link('an-1')
    const after = await whoAmI(backend, headers)

    expect(after.status).toBe(401)
  })
})

describe('every change', () => {
  it('is on record with who ordered it, for whom and what became of it', async () => {
    const backend = await setup()
    const { order, invite, administrator } = await setupAdministrator(backend)
    const an = await invite('an')
    await order('PATCH', `/${an.officerId}`, { displayName: 'Bình' })
    await order('POST', `/${administrator.officerId}/disable`)

    const rows = await listActions(backend)

    expect(rows.map(({ officerId, action, outcome }) => [officerId, action, outcome])).toEqual([
      [administrator.officerId, 'officer add', 'ordered'],
      [an.officerId, 'officer set-password', 'ordered'],
      [administrator.officerId, 'officer change', 'ordered'],
      [administrator.officerId, 'officer disable', 'ordered'],
      [administrator.officerId, 'officer disable', 'refused'],
    ])
    expect(rows[0]?.subjectIndex).toBe(rows[2]?.subjectIndex)
    expect(JSON.stringify(rows)).not.toMatch(/Trần An|Bình/)
  })

  it('97: does not happen when it cannot be recorded', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const headers = await openSession(backend, an)
    const makeRoom = fillDisk(backend.store)

    const disabled = await order('POST', `/${an.officerId}/disable`)
    const added = await order('POST', '', { username: 'em', displayName: 'Em', grant: ward })
    const chosen = { currentPassword: an.password, password: 'mat-khau-khac-moi' }
    const changed = await send(backend, 'PUT', '/v1/officers/me/password', chosen, headers)

    const codes = [disabled, added, changed].map(({ json }) => json.code)
    expect(codes).toEqual(Array(3).fill('audit_unavailable'))
    makeRoom()
    expect((await login(backend, an)).status).toBe(201)
    expect(await backend.store.officers.findOfficer('em')).toBeUndefined()
  })
})

describe('changing one’s own password', () => {
  it('wants the old one, and ends every other session', async () => {
    const backend = await setup()
    const { invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const [here, there] = [await openSession(backend, an), await openSession(backend, an)]
    const change = (currentPassword: string) => {
      const chosen = { currentPassword, password: 'mat-khau-khac-moi' }
      return send(backend, 'PUT', '/v1/officers/me/password', chosen, here)
    }

    const wrong = await change('khong-phai-cua-toi')
    const changed = await change(an.password)

    expect([wrong.json.code, changed.status]).toEqual(['officer_login_failed', 204])
    expect((await whoAmI(backend, here)).status).toBe(200)
    expect((await whoAmI(backend, there)).status).toBe(401)
    expect((await login(backend, an)).status).toBe(401)
    expect((await login(backend, { ...an, password: 'mat-khau-khac-moi' })).status).toBe(201)
  })
})
