import { createClient, createMemorySession } from '@kbyt/sdk'
import { generateSigningKey, importSigner } from '@kbyt/sdk/qr/sign'
import type { Declaration, OfficerRole, Province } from '@kbyt/sdk/schema'
import { createApp } from './app.js'
import type { CreateAppOptions } from './app-options.js'
import { createMemoryStore, createWebPasswords, createWebVault } from './memory.js'
import { addOfficer as addUncheckedOfficer } from './officer/add-officer.js'
import { defaultConfig } from './portal/default-config.js'
import type { Alarm, LogEvent, SmsMessage } from './ports.js'

export const ownOrigin = 'https://kbyt.example'
export const partnerOrigin = 'https://partner.vn'
export const partnerKey = 'kbyt_pk_partner'
export const otherKey = 'kbyt_pk_other'
export const startMs = Date.parse('2021-03-03T08:00:00.000+07:00')
export const phone = '+84905123456'

const hue: Province = {
  version: '2021-03',
  code: '46',
  name: 'Tỉnh Thừa Thiên Huế',
  districts: [
    { code: '474', name: 'Thành phố Huế' },
    { code: '479', name: 'Thị xã Hương Thủy' },
    // Made up here: Huế has no district without wards, Quảng Trị has one (Cồn Cỏ).
    { code: '471', name: 'Huyện Cồn Cỏ' },
  ],
  wards: [
    { code: '19777', name: 'Phường Vỹ Dạ', districtCode: '474' },
    { code: '19960', name: 'Phường Phú Bài', districtCode: '479' },
  ],
}

const places: CreateAppOptions['places'] = {
  findProvinces: async (version) =>
    version === hue.version
      ? { version, validFrom: '2021-03-01', provinces: [{ code: '46', name: hue.name }] }
      : undefined,
  findProvince: async (version, code) =>
    version === hue.version && code === hue.code ? hue : undefined,
}

const signer = importSigner(await generateSigningKey())
const root = importSigner(await generateSigningKey())

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** The backend on a memory store, with a clock to move and an inbox to read. */
export async function setup(overrides: Partial<CreateAppOptions> = {}) {
  const clock = { at: startMs, now: () => clock.at }
  const inbox: SmsMessage[] = []
  const logged: LogEvent[] = []
  const alarms: Alarm[] = []
  const store = overrides.store ?? createMemoryStore()
  const passwords = overrides.passwords ?? createWebPasswords()
  const app = createApp({
    store,
    vault: createWebVault(new Uint8Array(32).fill(7)),
    signer: await signer,
    root: await root,
    config: defaultConfig,
    places,
    sms: {
      name: 'inbox',
      isWebOtpAllowed: true,
      send: async (message) => {
        inbox.push(message)
      },
    },
    passwords,
    totpRoles: [],
    origins: [ownOrigin],
    publishableKeys: [
      { key: partnerKey, origins: [partnerOrigin] },
      { key: otherKey, origins: ['https://other.vn'] },
    ],
    clock,
    clientAddress: (request) => request.headers.get('test-address') ?? '192.0.2.1',
    log: (event) => logged.push(event),
    onAlarm: (alarm) => alarms.push(alarm),
    isStrict: true,
    ...overrides,
  })
  const createTestClient = () => createClient({ baseUrl: ownOrigin, fetch: app.request })

  /** The code of the newest message. */
  async function readCode(): Promise<string> {
    await app.deliverMessages()
    return inbox.at(-1)?.params.code ?? ''
  }

  /** Whatever they are bound to: accounts may be older than the rule of what goes together. */
  function addOfficer(role: OfficerRole = 'checkpoint', areas = ['46'], username = 'ga-hue') {
    const account = { username, password: 'mot-mat-khau-dai', displayName: 'A' }
    return addUncheckedOfficer({ store, clock, randomBytes }, passwords, {
      ...account,
      role,
      areas,
    })
  }

  return { app, store, clock, inbox, logged, alarms, readCode, addOfficer, createTestClient }
}

export type TestBackend = Awaited<ReturnType<typeof setup>>

/** Sends JSON, and reads what comes back as JSON. */
export async function send(
  { app }: Pick<TestBackend, 'app'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await app.request(`${ownOrigin}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const json: Record<string, unknown> = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, json }
}

export const newKey = () => `"${crypto.randomUUID()}"`

export function makePerson(overrides: Partial<Declaration['people'][number]['person']> = {}) {
  return {
    fullName: 'Nguyễn Thị Phương Thảo',
    identityDocument: { type: 'cccd' as const, number: '046190001234' },
    bornOn: '1990-05-20',
    gender: 'female' as const,
    nationality: 'VN',
    address: {
      placesVersion: '2021-03',
      provinceCode: '46',
      districtCode: '474',
      wardCode: '19777',
      hamlet: 'Tổ 5',
    },
    ...overrides,
  }
}

export function makeDeclared(
  overrides: Partial<Declaration['people'][number]['person']> = {},
  relation: Declaration['people'][number]['relation'] = 'self',
): Declaration['people'][number] {
  return {
    relation,
    person: makePerson(overrides),
    health: {
      symptoms: [],
      contacts: { patient: false, 'from-affected-country': false, symptomatic: false },
    },
    recentPlaces: [],
  }
}

export function makeDeclaration(...people: Declaration['people']): Declaration {
  return {
    kind: 'domestic',
    people: people.length > 0 ? people : [makeDeclared()],
    consents: [{ purpose: 'epidemic-control', version: '2026-01', language: 'vi' }],
  }
}

export const child = () =>
  makeDeclared(
    {
      fullName: 'Nguyễn Văn Bé',
      bornOn: '2018',
      identityDocument: { type: 'child', number: '000000000' },
    },
    'child',
  )

/** A citizen with a live session, as the headers of the next calls. */
export async function signIn(backend: TestBackend, to: string = phone) {
  const asked = { phone: to, purpose: 'declare' }
  const key = { 'idempotency-key': newKey() }
  const { json } = await send(backend, 'POST', '/v1/otp/challenges', asked, key)
  const code = await backend.readCode()
  const path = `/v1/otp/challenges/${json.challengeId}/verify`
  const session = await send(backend, 'POST', path, { code })
  return { authorization: `Bearer ${session.json.token}` }
}

/** The same with a client of the SDK in that session. */
export async function openCitizen(backend: TestBackend, to: string = phone) {
  const headers = await signIn(backend, to)
  const session = createMemorySession()
  const token = headers.authorization.replace('Bearer ', '')
  session.save({
    token,
    expiresAt: new Date(backend.clock.at + 1_800_000).toISOString(),
    phone: to,
  })
  const client = createClient({ baseUrl: ownOrigin, fetch: backend.app.request, session })
  return { client, headers }
}

/** Declares from a phone; the answer is the filed declaration. */
export async function declare(
  backend: TestBackend,
  headers: Record<string, string>,
  declaration: unknown = makeDeclaration(),
) {
  const key = { 'idempotency-key': newKey() }
  return send(backend, 'POST', '/v1/declarations', declaration, { ...key, ...headers })
}

/** An officer with a live session, as the headers of the next calls. */
export async function signInOfficer(
  backend: TestBackend,
  role: OfficerRole = 'checkpoint',
  areas: string[] = ['46'],
) {
  const username = `officer-${crypto.randomUUID()}`
  const officer = await backend.addOfficer(role, areas, username)
  const credentials = { username, password: 'mot-mat-khau-dai' }
  const { json } = await send(backend, 'POST', '/v1/officers/sessions', credentials)
  return { officer, headers: { authorization: `Bearer ${json.token}` } }
}

export function inspect(
  backend: TestBackend,
  headers: Record<string, string>,
  query: unknown,
  overrides: object = {},
) {
  const request = { kind: 'domestic', reason: 'checkpoint', post: 'ga-hue', query, ...overrides }
  return send(backend, 'POST', '/v1/inspections', request, headers)
}
