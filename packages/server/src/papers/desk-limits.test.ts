import { expect, it } from 'vitest'
import { makeDeclaration, newKey, send, setup, signInOfficer } from '../backend.setup.js'

const declaration = makeDeclaration()
const assisted = { channel: 'assisted', post: 'ga-hue', assistedBy: 'Lê Văn Hai', declaration }
const paper = {
  channel: 'paper',
  reason: 'Mất điện',
  writtenAt: '2021-03-02T20:15:00+07:00',
  checkedBy: 'Trần Thị Ba',
  enteredBy: 'Lê Văn Hai',
  declaration,
}

it.each([
  ['a list of papers', 'GET', '/v1/papers', undefined, 200],
  ['an assisted declaration', 'POST', '/v1/declarations/assisted', assisted, 201],
  ['a declaration on paper', 'POST', '/v1/declarations/paper', paper, 201],
])('%s counts as a look-up of its officer', async (_name, method, path, body, status) => {
  const backend = await setup()
  const { officer, headers } = await signInOfficer(backend)
  const colleague = await signInOfficer(backend)
  const ask = async (own: Record<string, string>) => {
    const key = { 'idempotency-key': newKey() }
    return (await send(backend, method, path, body, { ...key, ...own })).status
  }
  const window = `inspect:minute:${officer.officerId}`
  await backend.store.limits.hit(window, 60_000, backend.clock.at, 59)

  const statuses = [await ask(headers), await ask(headers), await ask(colleague.headers)]

  expect(statuses).toEqual([status, 429, status])
})
