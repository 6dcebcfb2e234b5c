import { type Access, contract, fullPath, hasBody } from '@kbyt/sdk/schema'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  makeDeclaration,
  newKey,
  ownOrigin,
  send,
  setup,
  signIn,
  signInOfficer,
} from '../backend.setup.js'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'

async function setupCallers() {
  const backend = await setup()
  const citizen = await signIn(backend)
  const { headers: officer } = await signInOfficer(backend)
  const headers: Partial<Record<Access, Record<string, string>>> = { citizen, officer }
  const toCaller = ([access]: readonly Access[]) => (access && headers[access]) ?? {}
  return { backend, citizen, toCaller }
}

it.each(contract.filter(({ method }) => hasBody(method)).map((endpoint) => ({ endpoint })))(
  'answers any JSON sent to $endpoint.id with a code of its contract',
  async ({ endpoint }) => {
    const { backend, toCaller } = await setupCallers()
    const path = fullPath(endpoint.path).replace(/\{\w+\}/, id)

    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        const key = { 'idempotency-key': newKey() }
        const headers = { ...key, ...toCaller(endpoint.access) }
        const { status } = await send(backend, endpoint.method, path, body, headers)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 50 },
    )
  },
)

/** Puts a value in place of the one at a path of keys, chosen by `pick`. */
function spoil(value: unknown, pick: (keys: string[]) => string, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other
  const keys = Object.keys(value)
  if (keys.length === 0) return other
  const chosen = pick(keys)
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === chosen ? spoil(inner, pick, other) : inner,
  ])
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}

it('answers a declaration with anything in any one place, by 201 or by naming the place', async () => {
  const { backend, citizen } = await setupCallers()

  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.jsonValue(), async (choices, other) => {
      const pick = (keys: string[]) => keys[choices.next().value % keys.length] ?? ''
      const spoilt = spoil(makeDeclaration(), pick, other)
      const headers = { 'idempotency-key': newKey(), ...citizen }
      const { status, json } = await send(backend, 'POST', '/v1/declarations', spoilt, headers)
      expect([201, 400]).toContain(status)
      if (status === 400) expect(json.issues).not.toEqual([])
    }),
    { numRuns: 200 },
  )
})

it.each([
  '/v1/places/%E0%A4%A/provinces',
  '/v1/places/%00/provinces',
  '/v1/places/..%2f..%2fetc/provinces',
  '/v1/places/2021-03/provinces/__proto__',
  `/v1/${'a'.repeat(8_000)}`,
  '/v1//config',
  '/v1/config/',
  '/v1/declarations?kind=%ff&kind[]=1',
])('answers %s as the caller’s mistake', async (path) => {
  const { app } = await setup()

  const response = await app.request(new Request(`${ownOrigin}${path}`))

  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})
