import { getTrustBundle } from '@kbyt/sdk'
import { verifyQr } from '@kbyt/sdk/qr'
import { generateSigningKey, importSigner } from '@kbyt/sdk/qr/sign'
import { filedDeclarationSchema } from '@kbyt/sdk/schema'
import { createTrustKeeper } from '@kbyt/sdk/trust'
import { describe, expect, it } from 'vitest'
import type { CreateAppOptions } from '../app-options.js'
import { declare, newKey, send, setup as setupBackend, signIn } from '../backend.setup.js'
import { defaultConfig } from '../portal/default-config.js'
import { bundleLifeMs } from './trust.service.js'

async function setup(overrides: Partial<CreateAppOptions> = {}) {
  const root = await importSigner(await generateSigningKey())
  const backend = await setupBackend({ root, ...overrides })
  const client = backend.createTestClient()
  const keeper = createTrustKeeper({
    root: { issuer: defaultConfig.issuer, keys: [root.publicKey] },
    fetchBundle: (options) => getTrustBundle(client, options),
    clock: backend.clock.now,
  })
  const getBundle = async () => {
    const state = await keeper.refresh()
    if (state.age === 'none') throw new TypeError('a refreshed keeper holds a bundle')
    return state.bundle
  }
  const getCounter = async () => (await getBundle()).counter
  return { ...backend, root, client, getBundle, getCounter }
}

async function declareOne(backend: Awaited<ReturnType<typeof setup>>) {
  const headers = await signIn(backend)
  const filed = filedDeclarationSchema.parse((await declare(backend, headers)).json)
  return { headers, declarationId: filed.declarationId, text: filed.people[0]?.pass.text ?? '' }
}

describe('the trust bundle', () => {
  it('lets a verifier without a network judge a pass, by the pinned root alone', async () => {
    const backend = await setup()
    const { text } = await declareOne(backend)
    const bundle = await backend.getBundle()

    const pass = await verifyQr(text, { trust: bundle, now: backend.clock.at })

    expect(pass).toMatchObject({ kind: 'domestic', displayName: 'N.T.P. Thảo' })
  })

  it('34, 119: names a withdrawn pass as revoked within a minute', async () => {
    const backend = await setup()
    const { headers, declarationId, text } = await declareOne(backend)
    await backend.getBundle()
    const key = { 'idempotency-key': newKey() }
    const path = `/v1/declarations/${declarationId}/withdraw`
    await send(backend, 'POST', path, {}, { ...headers, ...key })
    backend.clock.at += 60_000

    const bundle = await backend.getBundle()
    const verified = verifyQr(text, { trust: bundle, now: backend.clock.at })

    await expect(verified).rejects.toMatchObject({ code: 'qr_revoked' })
  })

  it('is the same for a while, then a newer one', async () => {
    const { clock, getCounter } = await setup()
    const first = await getCounter()
    clock.at += bundleLifeMs - 1
    const same = await getCounter()
    clock.at += 1

    const next = await getCounter()

    expect(same).toBe(first)
    expect(next).toBeGreaterThan(first)
  })

  it('is one for many who ask at once, and for two processes on one store', async () => {
    const one = await setup()
    const other = await setupBackend({
      store: one.store,
      root: one.root,
      node: 'b',
      clock: one.clock,
    })
    const otherClient = other.createTestClient()

    const bundles = await Promise.all(
      [one.client, otherClient, one.client, otherClient].map((client) => getTrustBundle(client)),
    )

    expect(new Set(bundles).size).toBe(1)
  })

  it('counts on from the clock after a restored backup, so that no verifier refuses it', async () => {
    const before = await setup()
    const known = await before.getCounter()
    const restored = await setup({ clock: { now: () => before.clock.at + 60_000 } })

    const bundle = await restored.getBundle()

    expect(bundle.counter).toBeGreaterThan(known)
  })

  it('names the units of the province', async () => {
    const { getBundle } = await setup()

    const bundle = await getBundle()

    expect(bundle.areas).toContainEqual({ code: '19777', name: 'Phường Vỹ Dạ' })
  })
})
