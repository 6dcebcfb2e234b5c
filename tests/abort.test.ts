import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { call, createClient, type Fetch, getConfig } from '@kbyt/sdk'
import { createMemoryHolderStore, createMyQr, openHolderKey } from '@kbyt/sdk/account'
import {
  createMemoryOutboxStore,
  createOutbox,
  discardVisit,
  flushOutbox,
  recordVisit,
  resendVisit,
} from '@kbyt/sdk/check-in'
import { importDeclarations, readFeed } from '@kbyt/sdk/feed'
import { findSuccessors, loadPlacesIndex, loadProvince, loadProvinces } from '@kbyt/sdk/places'
import { verifyMyQr } from '@kbyt/sdk/qr'
import { generateSigningKey, importSigner, signGrant } from '@kbyt/sdk/qr/sign'
import { getConfigEndpoint } from '@kbyt/sdk/schema'
import { createTrustKeeper } from '@kbyt/sdk/trust'
import { expect, it } from 'vitest'

const sdk = resolve(import.meta.dirname, '../packages/sdk')
const { exports } = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8'))
const sources = Object.values(exports).flatMap((target) => {
  const { '@kbyt/source': source }: { '@kbyt/source'?: string } = Object(target)
  return source === undefined || source === './src/schema/index.ts' ? [] : [source]
})

const never = () => new Promise<never>(() => {})
/** A network on which nothing ever comes back, whatever the signal says. */
function setupClient() {
  const asked: unknown[] = []
  const fetch: Fetch = (request) => {
    asked.push(request)
    return never()
  }
  return { asked, client: createClient({ baseUrl: 'https://kbyt.example', fetch }) }
}
const { client } = setupClient()

const visitId = '0177f2a4-0000-7000-8000-000000000001'
const visit = {
  venueCode: 'HUE00001',
  direction: 'in',
  scannedBy: 'visitor',
  subject: { by: 'pass', passId: '00f1e2d3c4b5a697' },
} as const
const ward = { placesVersion: '2021-03', provinceCode: '46', wardCode: '19801' }
const root = { issuer: 'kbyt.example', keys: [] }
const locked = () =>
  createOutbox({ send: never, store: createMemoryOutboxStore(), locks: { request: never } })
const open = () => createOutbox({ send: never, store: createMemoryOutboxStore() })
const key = { kty: 'EC', crv: 'P-256', x: '', y: '', d: '', kid: 'none' } as const
const imported = { source: 'other', key, issuer: 'kbyt.example', declarations: [] } as never

/** A code that was drawn just now, and a memory of shown codes that never answers. */
async function checkMyQr(signal: AbortSignal) {
  const signer = await importSigner(await generateSigningKey())
  const holderKey = await openHolderKey(createMemoryHolderStore())
  const now = Date.parse('2021-03-05T01:00:00Z')
  const person = { grantId: '00c0ffee00000002', displayName: 'N.T.P. Thảo', birthYear: 1990 }
  const when = { notBefore: now, validHours: 24, statusIndex: 1 }
  const grants = [await signGrant(signer, { ...person, ...when, holderKey: holderKey.publicKey })]
  const text = await createMyQr({ grants, holderKey }, { now })
  const trust = { issuer: 'kbyt.example', keys: [signer.publicKey] }
  return verifyMyQr(text, { trust, now, signal, seen: { note: obey } })
}

/** What a host's own function does that waits. */
const obey = ({ signal }: { signal?: AbortSignal | undefined }) =>
  new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

type Start = (signal: AbortSignal) => Promise<unknown>

/** What waits for a network, a lock, a store or a file, by hand: another shape than (client, input, options). */
const waiting: Record<string, Start> = {
  call: (signal) => call(client, getConfigEndpoint, {}, { signal }),
  getConfig: (signal) => getConfig(client, { signal }),
  readFeed: (signal) => readFeed(client, { key: 'kbyt_fk_x' }, { signal }).next(),
  findSuccessors: (signal) => findSuccessors(ward, { signal }),
  loadPlacesIndex: (signal) => loadPlacesIndex('2021-07', { signal }),
  loadProvince: (signal) => loadProvince('2021-07', '46', { signal }),
  loadProvinces: (signal) => loadProvinces('2021-07', { signal }),
  flushOutbox: (signal) => flushOutbox(locked(), { signal }),
  openHolderKey: (signal) => openHolderKey({ load: never, add: never, clear: never }, { signal }),
  verifyMyQr: checkMyQr,
  'createTrustKeeper: load': (signal) =>
    createTrustKeeper({ root, fetchBundle: never, store: { load: never, save: never } }).load({
      signal,
    }),
  'createTrustKeeper: refresh': (signal) =>
    createTrustKeeper({ root, fetchBundle: never }).refresh({ signal }),
}

/** What a signal stops before it began, and no later: a store that was asked answers, or nobody knows. */
const whole: Record<string, Start> = {
  recordVisit: (signal) => recordVisit(open(), visit, { signal }),
  resendVisit: (signal) => resendVisit(open(), visitId, { signal }),
  discardVisit: (signal) => discardVisit(open(), visitId, { signal }),
  importDeclarations: (signal) => importDeclarations(client, imported, { signal }),
}

/** What reckons with what it was given, in a millisecond or two. */
const instant = [
  'createMyQr',
  'createStatusList',
  'generateSigningKey',
  'importSigner',
  'signGrant',
  'signPass',
  'signTrustBundle',
  'signVenue',
  'verifyQr',
  'verifyTrustBundle',
  'verifyVenueQr',
  'verifyWebhook',
]

type Loose = (...given: readonly unknown[]) => Promise<unknown>
const isAsync = (value: unknown): value is Loose =>
  typeof value === 'function' && /^Async/.test(value.constructor.name)

/** Every other async function is a call of the contract: (client, input, options) or (client, options). */
async function findCalls(): Promise<[string, Loose][]> {
  const entries = await Promise.all(sources.map((source) => import(join(sdk, source))))
  const found = new Map<string, Loose>()
  for (const entry of entries)
    for (const [name, value] of Object.entries(entry)) if (isAsync(value)) found.set(name, value)
  const known = [...Object.keys(waiting), ...Object.keys(whole), ...instant]
  return [...found].filter(([name]) => !known.includes(name))
}

const calls = await findCalls()
const reason = new Error('the page was left')

it('finds the calls of the contract', () => {
  expect(calls.length).toBeGreaterThan(70)
})

it.each(calls)('%s asks nobody once it was aborted', async (_, start) => {
  const { asked, client: silent } = setupClient()
  const options = { signal: AbortSignal.abort(reason) }
  const given = start.length === 2 ? [options] : [{}, options]

  await expect(start(silent, ...given)).rejects.toBe(reason)
  expect(asked).toEqual([])
})

it.each(Object.entries({ ...waiting, ...whole }))(
  '%s does not begin once it was aborted',
  async (_, start) => {
    await expect(start(AbortSignal.abort(reason))).rejects.toBe(reason)
  },
)

it.each(Object.entries(waiting))('%s stops where it waits', async (_, start) => {
  const leaving = new AbortController()

  const running = start(leaving.signal)
  const settled = expect(running).rejects.toBe(reason)
  leaving.abort(reason)

  await settled
})
