import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { KbytError } from '../errors.js'
import { now } from '../qr/qr.setup.js'
import { generateSigningKey, importSigner, type TrustBundleFacts } from '../qr/sign.js'
import { verifyQr } from '../qr/verify-qr.js'
import {
  createMemoryTrustStore,
  createTrustKeeper,
  type TrustStore,
  type WatchedTrust,
  watchTrust,
} from './index.js'
import { createFileTrustStore } from './node/index.js'
import { hourMs, setupTrust } from './trust.setup.js'
import { testDurableTrustStore, testTrustStore } from './trust-store.contract.js'

testTrustStore('memory', () => {
  const store = createMemoryTrustStore()
  return { createStore: () => store }
})

const openFile = () => {
  const path = join(tmpdir(), `kbyt-trust-${crypto.randomUUID()}`, 'bundle.jws')
  return { createStore: () => createFileTrustStore(path) }
}
testTrustStore('file', openFile)
testDurableTrustStore('file', openFile)

it('leaves no parts of files behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-trust-'))
  const store = createFileTrustStore(join(folder, 'bundle.jws'))

  await Promise.all([store.save('a'), store.save('b')])

  expect(await readdir(folder)).toEqual(['bundle.jws'])
})

it('says so when the file cannot be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-trust-'))

  await expect(createFileTrustStore(folder).load()).rejects.toThrow(Error)
})

/** A keeper whose network and clock the test moves. */
async function setupKeeper(store: TrustStore = createMemoryTrustStore()) {
  const { sign, root, ...setup } = await setupTrust()
  const clock = { at: now }
  const network: { answer: () => Promise<string> } = { answer: () => sign() }
  const fetchBundle = vi.fn(() => network.answer())
  const keeper = createTrustKeeper({ root, fetchBundle, store, clock: () => clock.at })
  const publish = (changed: Partial<TrustBundleFacts>) => {
    network.answer = () => sign(changed)
  }
  const goOffline = () => {
    network.answer = () => Promise.reject(new KbytError('offline'))
  }
  return { ...setup, sign, root, store, clock, network, fetchBundle, keeper, publish, goOffline }
}

it('holds nothing before the first answer', async () => {
  const { keeper } = await setupKeeper()

  expect(await keeper.load()).toEqual({ age: 'none' })
})

it('holds what the network gave, and asks it no more than told', async () => {
  const { keeper, fetchBundle } = await setupKeeper()

  const refreshed = await keeper.refresh()

  expect(refreshed).toMatchObject({ age: 'fresh', ageMs: hourMs, isClockBehind: false })
  expect(await keeper.load()).toEqual(refreshed)
  expect(fetchBundle).toHaveBeenCalledOnce()
})

it('works after a restart without a network', async () => {
  const { keeper, store, root, text } = await setupKeeper()
  await keeper.refresh()
  const offline = () => Promise.reject(new KbytError('offline'))
  const restarted = createTrustKeeper({ root, fetchBundle: offline, store, clock: () => now })

  const state = await restarted.load()

  expect(state.age !== 'none' && (await verifyQr(text, { trust: state.bundle, now }))).toBeTruthy()
})

it.each([
  ['24 hours', 23, 'fresh'],
  ['a moment more', 23.001, 'ageing'],
  ['72 hours', 71, 'ageing'],
  ['72 hours and a moment', 71.001, 'stale'],
])('says how old a bundle is: %s', async (_, hours, age) => {
  const { keeper, clock } = await setupKeeper()
  await keeper.refresh()

  clock.at += hours * hourMs

  expect(await keeper.load()).toMatchObject({ age })
})

it('replaces a bundle by a newer one', async () => {
  const { keeper, publish } = await setupKeeper()
  await keeper.refresh()
  publish({ counter: 8, areas: [] })

  expect(await keeper.refresh()).toMatchObject({ bundle: { counter: 8, areas: [] } })
})

// ATTACKS 36
it('36: refuses an older bundle after a newer one, and keeps the newer', async () => {
  const { keeper, publish } = await setupKeeper()
  await keeper.refresh()
  publish({ counter: 6 })

  await expect(keeper.refresh()).rejects.toMatchObject({ code: 'trust_rolled_back' })

  expect(await keeper.load()).toMatchObject({ bundle: { counter: 7 } })
})

it('36: refuses it after a restart, too', async () => {
  const { keeper, store, root, sign } = await setupKeeper()
  await keeper.refresh()
  const fetchBundle = () => sign({ counter: 6, statusLists: [] })
  const restarted = createTrustKeeper({ root, fetchBundle, store, clock: () => now })

  await expect(restarted.refresh()).rejects.toMatchObject({ code: 'trust_rolled_back' })
})

it('36: refuses another bundle under the same number', async () => {
  const { keeper, publish } = await setupKeeper()
  await keeper.refresh()
  publish({ statusLists: [] })

  await expect(keeper.refresh()).rejects.toMatchObject({ code: 'trust_rolled_back' })
})

it('takes the same bundle again, though signed anew', async () => {
  const { keeper, publish } = await setupKeeper()
  await keeper.refresh()
  publish({})

  expect(await keeper.refresh()).toMatchObject({ age: 'fresh', bundle: { counter: 7 } })
})

it('36: an older bundle slipped into the store replaces nothing that is held', async () => {
  const { keeper, store, sign } = await setupKeeper()
  await keeper.refresh()

  await store.save(await sign({ counter: 3 }))

  expect(await keeper.load()).toMatchObject({ bundle: { counter: 7 } })
})

it('takes over what another tab has fetched', async () => {
  const { keeper, store, sign } = await setupKeeper()
  await keeper.refresh()

  await store.save(await sign({ counter: 9 }))

  expect(await keeper.load()).toMatchObject({ bundle: { counter: 9 } })
})

it.each([
  ['edited', async (jws: string) => jws.replace('.ey', '.ez')],
  ['junk', async () => 'junk'],
  ['empty', async () => ''],
])('holds nothing when the store was %s', async (_, edit) => {
  const { keeper, store, sign } = await setupKeeper()

  await store.save(await edit(await sign()))

  expect(await keeper.load()).toEqual({ age: 'none' })
})

it('holds nothing of a root that is pinned no longer', async () => {
  const { keeper, store } = await setupKeeper()
  await keeper.refresh()
  const { publicKey } = await importSigner(await generateSigningKey())
  const root = { issuer: 'kbyt.example', keys: [publicKey] }
  const other = createTrustKeeper({ root, fetchBundle: async () => '', store })

  expect(await other.load()).toEqual({ age: 'none' })
})

it('goes on from memory when the store is full or closed', async () => {
  const broken: TrustStore = {
    load: () => Promise.reject(new DOMException('closed', 'InvalidStateError')),
    save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  }
  const { keeper } = await setupKeeper(broken)

  await keeper.refresh()

  expect(await keeper.load()).toMatchObject({ age: 'fresh' })
})

it('keeps what it holds when the network gives something else', async () => {
  const { keeper, network, goOffline } = await setupKeeper()
  await keeper.refresh()

  network.answer = async () => '<html>Wi-Fi</html>'
  await expect(keeper.refresh()).rejects.toMatchObject({ code: 'trust_malformed' })
  goOffline()
  await expect(keeper.refresh()).rejects.toMatchObject({ code: 'offline' })

  expect(await keeper.load()).toMatchObject({ age: 'fresh', bundle: { counter: 7 } })
})

// ATTACKS 40
it('40: warns when the clock was set back, and goes on with what it holds', async () => {
  const { keeper, clock, store, root } = await setupKeeper()
  await keeper.refresh()

  clock.at -= 48 * hourMs

  const restarted = createTrustKeeper({
    root,
    fetchBundle: async () => '',
    store,
    clock: () => clock.at,
  })
  expect(await restarted.load()).toMatchObject({ age: 'fresh', isClockBehind: true })
})

it('passes on the signal that stops the call', async () => {
  const { keeper, fetchBundle } = await setupKeeper()
  const { signal } = new AbortController()

  await keeper.refresh({ signal })

  expect(fetchBundle).toHaveBeenCalledWith({ signal })
})

it('tells the developer of a root without keys', async () => {
  const root = { issuer: 'kbyt.example' } as never
  const keeper = createTrustKeeper({ root, fetchBundle: async () => 'a.b.c' })

  await expect(keeper.refresh()).rejects.toThrow(TypeError)
})

it('asks at once and then every hour, says why it has nothing newer, and stops', async () => {
  const { keeper, fetchBundle, publish, goOffline, store, sign } = await setupKeeper()
  await store.save(await sign({ counter: 5 }))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const told: WatchedTrust[] = []
    const last = () => told.at(-1)

    const stop = watchTrust(keeper, { onChange: (trust) => told.push(trust), random: () => 0.5 })
    await vi.waitFor(() => expect(told).toHaveLength(2), 10_000)
    expect(told[0]).toMatchObject({ bundle: { counter: 5 } })
    expect(last()).toMatchObject({ bundle: { counter: 7 } })

    goOffline()
    await vi.advanceTimersByTimeAsync(hourMs - 10_000)
    expect(fetchBundle).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(10_000)
    await vi.waitFor(() => expect(told).toHaveLength(3), 10_000)
    expect(last()).toMatchObject({ bundle: { counter: 7 }, problem: { code: 'offline' } })

    publish({ counter: 8 })
    await vi.advanceTimersByTimeAsync(hourMs)
    await vi.waitFor(() => expect(told).toHaveLength(4), 10_000)
    expect(last()).toMatchObject({ bundle: { counter: 8 } })
    expect(last()?.problem).toBeUndefined()

    stop()
    await vi.advanceTimersByTimeAsync(10 * hourMs)
    expect(fetchBundle).toHaveBeenCalledTimes(3)
  } finally {
    vi.useRealTimers()
  }
})

it('stops the call that is under way, and tells nothing more', async () => {
  const { root } = await setupKeeper()
  const signals: (AbortSignal | undefined)[] = []
  const fetchBundle = ({ signal }: { signal?: AbortSignal | undefined }) => {
    signals.push(signal)
    return new Promise<string>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  }
  const keeper = createTrustKeeper({ root, fetchBundle, clock: () => now })
  const told: WatchedTrust[] = []
  const stop = watchTrust(keeper, { onChange: (trust) => told.push(trust) })
  await vi.waitFor(() => expect(signals).toHaveLength(1))

  stop()

  expect(signals[0]?.aborted).toBe(true)
  await vi.waitFor(() => expect(told).toEqual([{ age: 'none' }]))
})
