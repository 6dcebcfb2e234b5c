import { openDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { VisitBatch, VisitReceipt } from '../schema/visit.js'
import { createIndexedDbOutboxStore } from './create-indexed-db-outbox-store.js'
import { createOutbox } from './create-outbox.js'
import { keep, scan, setupOutbox } from './outbox.setup.js'
import { describeOutboxStore } from './outbox-store.contract.js'
import { readQueue } from './read-queue.js'
import { recordVisit } from './record-visit.js'
import type { Opener, Tab } from './tab.setup.js'
import { type OutboxState, watchOutbox } from './watch-outbox.js'

const names: string[] = []
const frames: HTMLIFrameElement[] = []

afterEach(() => {
  vi.restoreAllMocks()
  for (const frame of frames.splice(0)) frame.remove()
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name)
})

function newName(): string {
  const name = `kbyt.test.${crypto.randomUUID()}`
  names.push(name)
  return name
}

describeOutboxStore(() => {
  const name = newName()
  return {
    store: createIndexedDbOutboxStore(name),
    open: () => createIndexedDbOutboxStore(name),
  }
})

/** Tabs on one outbox, and a server whose answers the test gives. */
function setupTabs() {
  const name = newName()
  const requests: { batch: VisitBatch; answer: () => void }[] = []
  let ready: (tab: Tab) => void = () => {}
  const opener: Opener = {
    take: (batch) =>
      new Promise<VisitReceipt>((resolve) => {
        const results = batch.visits.map(({ visitId }) => ({ visitId }))
        const answer = () => resolve({ receivedAt: new Date().toISOString(), results })
        requests.push({ batch, answer })
      }),
    openTab: (tab) => ready(tab),
  }
  Object.assign(window, { kbytTest: opener })

  async function openTab() {
    const frame = document.createElement('iframe')
    frame.name = name
    frames.push(frame)
    const opening = new Promise<Tab>((resolve) => {
      ready = resolve
    })
    document.body.append(frame)
    const script = frame.contentDocument!.createElement('script')
    script.type = 'module'
    script.src = new URL('./tab.setup.ts', import.meta.url).href
    frame.contentDocument!.head.append(script)
    return { tab: await opening, kill: () => frame.remove() }
  }

  const isEmpty = async () => {
    const outbox = createOutbox({
      store: createIndexedDbOutboxStore(name),
      send: () => Promise.reject(),
    })
    return (await readQueue(outbox)).waiting.length === 0
  }
  return { openTab, requests, isEmpty }
}

describe('two tabs', () => {
  // ATTACKS 112
  it('that flush together are one sender', async () => {
    const { openTab, requests, isEmpty } = setupTabs()
    const [one, other] = [await openTab(), await openTab()]
    const recorded = [await one.tab.record(), await other.tab.record()]

    const flushing = [one.tab.flush(), other.tab.flush()]
    await vi.waitFor(() => expect(requests).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(requests).toHaveLength(1)
    requests[0]!.answer()

    const reports = await Promise.all(flushing)
    expect(reports.map(({ sent }) => sent).sort()).toEqual([0, 2])
    expect(requests.map(({ batch }) => batch.visits.map(({ visitId }) => visitId))).toEqual([
      recorded,
    ])
    expect(await isEmpty()).toBe(true)
  })

  // ATTACKS 111
  it('lose nothing when one is killed with its request under way', async () => {
    const { openTab, requests, isEmpty } = setupTabs()
    const [one, other] = [await openTab(), await openTab()]
    await one.tab.record()
    void one.tab.flush()
    await vi.waitFor(() => expect(requests).toHaveLength(1))

    one.kill()
    const flushing = other.tab.flush()
    await vi.waitFor(() => expect(requests).toHaveLength(2))
    requests[1]!.answer()

    expect(await flushing).toMatchObject({ sent: 1, waiting: 0 })
    expect(requests[1]!.batch.visits).toEqual(requests[0]!.batch.visits)
    expect(await isEmpty()).toBe(true)
  })

  it('hear of each other', async () => {
    const { openTab } = setupTabs()
    const [one, other] = [await openTab(), await openTab()]
    const counts: number[] = []
    const stop = other.tab.watch(({ waiting }) => counts.push(waiting))

    await one.tab.record()

    await vi.waitFor(() => expect(counts.at(-1)).toBe(1))
    stop()
  })
})

// ATTACKS 113
describe('a browser that does not store', () => {
  it('says that it is full before anything is called saved', async () => {
    const { outbox } = setupOutbox({ store: createIndexedDbOutboxStore(newName()) })
    await recordVisit(outbox, scan)
    const full = new DOMException('full', 'QuotaExceededError')
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw full
    })

    const recording = recordVisit(outbox, scan)

    await expect(recording).rejects.toMatchObject({ code: 'storage_full', cause: full })
    expect((await readQueue(outbox)).waiting).toHaveLength(1)
  })

  it('says so when the page may store nothing at all, and when it may again', async () => {
    const { outbox } = setupOutbox({ store: createIndexedDbOutboxStore(newName()) })
    const refusal = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('private mode', 'SecurityError')
    })
    await expect(recordVisit(outbox, scan)).rejects.toMatchObject({ code: 'storage_unavailable' })

    refusal.mockRestore()
    await recordVisit(outbox, scan)

    expect((await readQueue(outbox)).waiting).toHaveLength(1)
  })
})

// ATTACKS 115
describe('a newer version of the database', () => {
  it('is not held up by a tab of this version, and keeps what waits', async () => {
    const name = newName()
    const { outbox } = setupOutbox({ store: createIndexedDbOutboxStore(name), answers: [keep] })
    await recordVisit(outbox, scan)

    const newer = await openDB(name, 2)

    expect(await newer.count('entries')).toBe(1)
    await expect(recordVisit(outbox, scan)).rejects.toMatchObject({ code: 'storage_unavailable' })
    newer.close()
  })
})

it('chooses IndexedDB and Web Locks by itself', async () => {
  names.push('kbyt.outbox')
  const outbox = createOutbox({ send: () => Promise.reject() })
  const states: OutboxState[] = []

  const stop = watchOutbox(outbox, (state) => states.push(state))

  await vi.waitFor(() => expect(states).not.toEqual([]))
  expect(outbox.store.isDurable).toBe(true)
  expect(outbox.locks).toBe(navigator.locks)
  stop()
})
