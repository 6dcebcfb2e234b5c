import { expect, it } from 'vitest'
import { createClient } from '../client/create-client.js'
import { setupMock } from '../client/mock.setup.js'
import { changePassword } from '../officer/change-password.js'
import { confirmTotp } from '../officer/confirm-totp.js'
import { openOfficerSession } from '../officer/open-officer-session.js'
import { setUpOfficer } from '../officer/set-up-officer.js'
import { setUpTotp } from '../officer/set-up-totp.js'
import type { NewOfficerAccount } from '../schema/officer-account.js'
import { addOfficer } from './add-officer.js'
import { changeOfficer } from './change-officer.js'
import { disableOfficer } from './disable-officer.js'
import { enableOfficer } from './enable-officer.js'
import { findAuditEntries } from './find-audit-entries.js'
import { findOfficers } from './find-officers.js'
import { linkOfficer } from './link-officer.js'
import { openAuditEntry } from './open-audit-entry.js'
import { resetOfficerPassword } from './reset-officer-password.js'
import { resetOfficerTotp } from './reset-officer-totp.js'
import { unlinkOfficer } from './unlink-officer.js'

const password = 'bon-tu-khong-lien-quan'
const newcomer: NewOfficerAccount = {
  username: 'tran.binh',
  displayName: 'Trần Bình',
  grant: { role: 'ward', areas: ['19777'] },
}

async function setupAdministrator() {
  const { mock, client } = setupMock()
  const login = { username: 'quan.tri', password }
  await mock.app.addOfficer({ ...login, displayName: 'An', role: 'administrator', areas: ['46'] })
  await openOfficerSession(client, login)
  const connect = () =>
    createClient({
      baseUrl: client.baseUrl,
      fetch: async (input, init) => mock.app.request(input, init),
    })
  return { client, connect }
}

it('lets an administrator invite an officer, who chooses a password and signs in', async () => {
  const { client, connect } = await setupAdministrator()
  const own = connect()

  const { officer, token } = await addOfficer(client, newcomer)
  await setUpOfficer(own, { token, password })
  await openOfficerSession(own, { username: officer.username, password })
  await changePassword(own, { currentPassword: password, password: `${password}-moi` })

  const { officers } = await findOfficers(client, {})
  expect(officers.find(({ officerId }) => officerId === officer.officerId)).toMatchObject({
    displayName: 'Trần Bình',
    role: 'ward',
    areas: ['19777'],
    hasPassword: true,
  })
})

it('changes an account, and takes back what was given', async () => {
  const { client } = await setupAdministrator()
  const { officer } = await addOfficer(client, newcomer)
  const identity = { issuer: 'https://id.example.vn', subject: '7f3a' }

  const changed = await changeOfficer(client, { ...officer, displayName: 'Trần Văn Bình' })
  const linked = await linkOfficer(client, { ...officer, ...identity })
  const unlinked = await unlinkOfficer(client, officer)
  const disabled = await disableOfficer(client, officer)
  const enabled = await enableOfficer(client, officer)
  const reset = await resetOfficerPassword(client, officer)
  const withoutTotp = await resetOfficerTotp(client, officer)

  expect(changed.displayName).toBe('Trần Văn Bình')
  expect([linked.oidc, unlinked.oidc]).toEqual([identity, undefined])
  expect([disabled.disabledAt, enabled.disabledAt]).toEqual([expect.any(String), undefined])
  expect([reset.officer.hasPassword, withoutTotp.hasTotp]).toEqual([false, false])
})

it('shows what was done, and the details of a row for a reason', async () => {
  const { client } = await setupAdministrator()
  await addOfficer(client, newcomer)

  const { entries } = await findAuditEntries(client, { action: 'officer' })
  const [entry] = entries
  const { details } = await openAuditEntry(client, { ...entry!, reason: 'Khiếu nại số 12' })

  expect(entry?.action).toMatch(/^officer /)
  expect(details).not.toEqual({})
})

it('makes a TOTP secret that a wrong code does not confirm', async () => {
  const { client } = await setupAdministrator()

  const { secret } = await setUpTotp(client)
  const confirming = confirmTotp(client, { code: '000000' })

  expect(secret).toMatch(/^[A-Z2-7]{16,}$/)
  await expect(confirming).rejects.toMatchObject({ code: 'officer_login_failed' })
})
