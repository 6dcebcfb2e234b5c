import { expect, it } from 'vitest'
import { send, setup } from '../backend.setup.js'
import {
  login,
  openSession,
  setUpTotp,
  setupAdministrator,
  showCode,
  ward,
} from './account.setup.js'

it('63: no name, password, token, secret or code of an officer in a log line or a clear column', async () => {
  const backend = await setup()
  const { order, invite } = await setupAdministrator(backend)
  const an = await invite('chim.hoang.yen')
  const headers = await openSession(backend, an)
  const secret = String(await setUpTotp(backend, headers))
  const totpCode = await showCode(backend, secret)
  await login(backend, { ...an, totpCode: '000000' })
  await login(backend, { ...an, totpCode })
  const { json } = await order('POST', `/${an.officerId}/reset-password`)
  await send(backend, 'POST', '/v1/officers/setups', { token: json.token, password: 'x' })
  await order('POST', '', { username: 'hoang.yen', displayName: 'Hoàng Yến', grant: ward })

  const rows = await backend.store.audit.findRows('main', 1, 100)
  const kept = JSON.stringify([backend.logged, rows])
  const canaries = ['hoang.yen', 'Hoàng Yến', 'Trần An', an.password, secret, totpCode]

  expect(rows.length).toBeGreaterThanOrEqual(5)
  for (const canary of [...canaries, String(json.token), headers.authorization.slice(7)]) {
    expect(kept).not.toContain(canary)
  }
})
