import { send, type TestBackend } from '../backend.setup.js'
import { createUuid } from '../identifiers.js'
import { makeLine, signImport, toBody } from '../imports/imports.setup.js'
import { showCode } from '../officer/account.setup.js'
import type { OidcProvider } from '../ports.js'
import type { Recipe } from './prepare-recipes.setup.js'
import type { Caller } from './world.setup.js'

type Add = (id: string, by: string, make: Recipe['make']) => void

const administrator = 'administrator of 46'
const password = 'mot-mat-khau-dai'
const issuer = 'https://id.example'
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** Vouches for one officer, whatever the browser brings back: the real one has tests of its own. */
export const oidc: OidcProvider = {
  issuer,
  start: async ({ state }) => new URL(`${issuer}/authorize?state=${state}`),
  finish: async () => ({ subject: 'vouched' }),
}

/** What tells whoever runs the server from everybody else in these tests. */
export const operatorHeader = 'test-operator'

/** What has to be made for the moment it is asked in: codes, signatures, cookies. */
export async function prepareLateRecipes(
  backend: TestBackend,
  callers: readonly Caller[],
  venueCode: string,
): Promise<ReadonlyMap<string, Recipe>> {
  const recipes = new Map<string, Recipe>()
  const add: Add = (id, by, make) => void recipes.set(id, { by, make })
  await addOfficerRecipes(add, backend, callers)
  await addOidcRecipes(add, backend)
  addDoorRecipes(add, backend, venueCode)
  add('importDeclarations', 'a source', async () => makeImport(backend))
  add('getMetrics', 'nobody', async () => ({ input: {}, headers: { [operatorHeader]: 'yes' } }))
  return recipes
}

async function addOfficerRecipes(add: Add, backend: TestBackend, callers: readonly Caller[]) {
  const headersOf = (by: string) => callers.find(({ name }) => name === by)?.headers
  const ward = 'ward of 479'
  add('changePassword', ward, async () => ({ input: { currentPassword: password, password } }))
  add('confirmTotp', ward, async () => {
    const { json } = await send(backend, 'POST', '/v1/officers/me/totp', {}, headersOf(ward))
    return { input: { code: await showCode(backend, json.secret) } }
  })
  add('setUpOfficer', 'nobody', async () => {
    const grant = { role: 'ward', areas: ['19777'] }
    const account = { username: `moi-${crypto.randomUUID()}`, displayName: 'Trần An', grant }
    const by = headersOf(administrator)
    const { json } = await send(backend, 'POST', '/v1/officers', account, by)
    return { input: { token: json.token, password } }
  })
  const { officerId } = await backend.addOfficer('ward', ['19777'], 'se-noi')
  add('disableOfficer', administrator, async () => ({ input: { officerId } }))
  add('linkOfficer', administrator, async () => ({
    input: { officerId, issuer, subject: crypto.randomUUID() },
  }))
}

async function addOidcRecipes(add: Add, { app, store, addOfficer }: TestBackend) {
  const { officerId } = await addOfficer('ward', ['19777'], 'duoc-bao-dam')
  await store.officers.linkOfficer(officerId, issuer, 'vouched')
  add('startOidc', 'nobody', async () => ({ input: { returnTo: '/kiemtra' } }))
  add('finishOidc', 'nobody', async () => {
    const { headers } = await app.request('/v1/officers/oidc/start')
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? ''
    return { input: { state: 'any', code: 'any' }, headers: { cookie } }
  })
}

function addDoorRecipes(add: Add, { clock }: TestBackend, venueCode: string) {
  add('addDevice', 'the venue', async () => ({ input: { venueCode, name: 'Cổng 3' } }))
  add('recordVisits', 'a machine', async () => {
    const at = new Date(clock.at).toISOString()
    const subject = { by: 'cccd', number: '046191099997' }
    const visitId = createUuid(clock.at, randomBytes)
    const visit = { visitId, venueCode, direction: 'in', scannedBy: 'staff', subject, at }
    return { input: { sentAt: at, visits: [visit] } }
  })
}

async function makeImport({ clock }: TestBackend) {
  const body = toBody(makeLine({ identityDocument: { type: 'cccd', number: '046191099996' } }))
  const token = await signImport(body, { iat: Math.floor(clock.at / 1_000) })
  const headers = { authorization: `Bearer ${token}` }
  return { input: { body: new TextEncoder().encode(body) }, headers }
}
