import { expect, it } from 'vitest'
import {
  declare,
  inspect,
  makeDeclaration,
  makeDeclared,
  phone,
  send,
  setup,
  signIn,
  signInOfficer,
} from './backend.setup.js'

const canaries = ['Chim Hoàng Yến', 'Hoàng Yến', '046190777888', phone, '0905123456', 'Tổ Canary']

it('63, P9: no phone, name, number, code or token in any log line, through success and failure', async () => {
  const backend = await setup({ isStrict: false })
  const citizen = await signIn(backend)
  const { code } = backend.inbox[0]?.params ?? {}
  const canary = makeDeclared({
    fullName: 'Chim Hoàng Yến',
    identityDocument: { type: 'cccd', number: '046190777888' },
  })
  await declare(backend, citizen, makeDeclaration(canary))
  await declare(backend, citizen, { ...makeDeclaration(canary), consents: [] })
  const officer = await signInOfficer(backend)
  await inspect(backend, officer.headers, { by: 'id-number', idNumber: '046190777888' })
  await inspect(backend, officer.headers, { by: 'phone', phone })
  await inspect(backend, officer.headers, { by: 'qr', qr: 'Chim Hoàng Yến' })
  await send(backend, 'GET', `/v1/nothing/${phone}?name=Hoàng Yến`)
  await send(backend, 'POST', `/v1/otp/challenges/${phone}/verify`, { code })

  const lines = backend.logged.map((event) => JSON.stringify(event)).join('\n')
  const secrets = [
    code ?? '-',
    citizen.authorization.slice(7),
    officer.headers.authorization.slice(7),
  ]

  expect(backend.logged.length).toBeGreaterThanOrEqual(10)
  for (const canaryText of [...canaries, ...secrets]) expect(lines).not.toContain(canaryText)
})

it('63: the code is in the SMS and nowhere in an answer', async () => {
  const backend = await setup()
  const answer = await send(
    backend,
    'POST',
    '/v1/otp/challenges',
    { phone, purpose: 'declare' },
    { 'idempotency-key': '"63"' },
  )
  const code = await backend.readCode()

  expect(JSON.stringify([answer.json, ...answer.headers])).not.toContain(code)
})
