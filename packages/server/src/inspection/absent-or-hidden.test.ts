import { expect, it } from 'vitest'
import {
  declare,
  inspect,
  ownOrigin,
  setup,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The whole answer, byte for byte, ids of this one answer aside. */
async function readAnswer(backend: TestBackend, headers: Record<string, string>, query: object) {
  const request = { kind: 'domestic', reason: 'checkpoint', post: 'ga-hue', query }
  const answer = await backend.app.request(`${ownOrigin}/v1/inspections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  })
  const text = await answer.text()
  return [answer.status, ...answer.headers, text.replace(uuid, 'id')].join('\n')
}

async function setupHidden() {
  const backend = await setup()
  await declare(backend, await signIn(backend))
  const everywhere = await signInOfficer(backend)
  const known = { by: 'phone', phone: '0905123456' }
  const { json } = await inspect(backend, everywhere.headers, known)
  const [candidate] = json.candidates as { personId: string }[]
  const { headers } = await signInOfficer(backend, 'ward', ['19960'])
  return { backend, headers, personId: candidate?.personId }
}

it.each([
  ['an ID number', { by: 'id-number', idNumber: '046190001234' }, 'C7654321'],
  ['a phone', { by: 'phone', phone: '0905123456' }, '0905123457'],
  ['a person', { by: 'person' }, '01890a5d-ac96-774b-bcce-b302099a8057'],
])('88: answers by %s the same bytes for absent and for not yours', async (_by, query, other) => {
  const { backend, headers, personId } = await setupHidden()
  const [key = ''] = Object.keys(query).slice(-1)
  const field = key === 'by' ? 'personId' : key
  const hidden = { ...(key === 'by' ? { personId } : {}), ...query }

  const answers = [
    await readAnswer(backend, headers, hidden),
    await readAnswer(backend, headers, { ...query, [field]: other }),
  ]

  expect(answers[0]).toBe(answers[1])
  expect(answers[0]).toContain('"people":[]')
})
