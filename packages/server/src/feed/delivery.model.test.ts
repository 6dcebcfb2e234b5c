import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  newKey,
  send,
  signIn,
} from '../backend.setup.js'
import { createMemoryStore, createWebVault } from '../memory.js'
import type { Outside } from '../outside.js'
import { defaultConfig } from '../portal/default-config.js'
import type { WebhookAnswer, WebhookRequest } from '../ports.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import type { Store } from '../store/store.js'
import { createDescribeEvents } from './create-describe-events.js'
import { createFeedDelivery } from './create-feed-delivery.js'
import { setupFeed } from './feed.setup.js'

const isLong = process.env.KBYT_LONG === '1'

/** A store of its own for each history, and how many of them are told. */
const stores: [string, number, () => Promise<Store>][] = [
  ['memory', isLong ? 1_000 : 40, async () => createMemoryStore()],
  ['SQLite', isLong ? 200 : 4, openSqlite],
  ['PostgreSQL', isLong ? 100 : 2, openPostgres],
]

async function openSqlite(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-delivery-'))
  const store = await createSqlStore({ sqlite: join(folder, 'kbyt.sqlite') })
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  return store
}

async function openPostgres(): Promise<Store> {
  const database = await createTestDatabase()
  const store = await createSqlStore({ postgres: database.url, poolSize: 5 })
  onTestFinished(async () => {
    await store.close()
    await database.close()
  })
  return store
}

/** What may happen next. */
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('declare' as const) }),
    fc.record({ do: fc.constant('withdraw' as const) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 120_000 }) }),
    fc.record({
      do: fc.constant('deliver' as const),
      workers: fc.integer({ min: 1, max: 3 }),
      /** How each webhook of this tick goes. */
      answers: fc.array(fc.constantFrom('taken', 'refused', 'lost-reply', 'crash'), {
        minLength: 3,
        maxLength: 5,
      }),
    }),
  ),
  { minLength: 6, maxLength: 14 },
)

/** A receiver and three workers on one store, each of which may die with a webhook under way. */
async function setup(store: Store) {
  const backend = await setupFeed({ webhooks: undefined, store })
  await backend.add()
  const taken: { eventId: string; personId: string; type: string }[] = []
  const underWay = new Set<string>()
  let answers = ['taken']
  let count = 0
  let doubles = 0

  async function post({ headers, body }: WebhookRequest): Promise<WebhookAnswer> {
    const id = headers['kbyt-event-id'] ?? ''
    if (underWay.has(id)) doubles += 1
    underWay.add(id)
    const answer = answers[count++ % answers.length]
    await nextTurn()
    // a worker that died stops in the middle: its webhook is under way no longer, and nobody hears of it
    underWay.delete(id)
    if (answer === 'crash') return new Promise(() => {})
    if (answer !== 'refused') taken.push(JSON.parse(body))
    return answer === 'taken' ? { status: 200 } : { failure: 'timed-out' }
  }

  const outside: Outside = {
    displayName: 'initials',
    store: backend.store,
    vault: createWebVault(new Uint8Array(32).fill(7)),
    clock: backend.clock,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    config: defaultConfig,
    log: () => {},
    meter: { count: () => {}, observe: () => {} },
    raiseAlarm: () => {},
    node: 'worker',
  }
  const sender = { post }
  const describeEvents = createDescribeEvents(outside)
  const audit = { append: async () => {} }
  const startWorker = () => createFeedDelivery({ outside, audit, describeEvents, sender })

  async function deliver(workers: number, next: string[]): Promise<void> {
    answers = next
    count = 0
    const deliveries = Array.from({ length: workers }, () => startWorker().deliver())
    // what a worker that died was to do is nobody's to await
    const patience = new Promise((resolve) =>
      setTimeout(resolve, next.includes('crash') ? 100 : 5_000),
    )
    await Promise.race([Promise.all(deliveries), patience])
  }

  return { backend, taken, deliver, countDoubles: () => doubles }
}

// Planted bugs it catches: no order per person, no lease on what is taken, a failed try that counts as done.
it.each(stores)(
  'brings every event to its receiver, of each person in order, whoever dies when: %s',
  async (_name, numRuns, open) => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const { backend, taken, deliver, countDoubles } = await setup(await open())
        const citizen = await signIn(backend)
        const told: string[] = []
        for (const step of todo) {
          if (step.do === 'wait') backend.clock.at += step.ms
          if (step.do === 'deliver') await deliver(step.workers, step.answers)
          if (step.do === 'declare') {
            backend.clock.at += 1
            const { json } = await declare(
              backend,
              citizen,
              makeDeclaration(makeDeclared(), child()),
            )
            told.push(String(json.declarationId))
          }
          if (step.do === 'withdraw' && told.length > 0) {
            const path = `/v1/declarations/${told.at(-1)}/withdraw`
            await send(backend, 'POST', path, {}, { ...citizen, 'idempotency-key': newKey() })
          }
        }
        for (let tick = 0; tick < 20; tick += 1) {
          backend.clock.at += 3_700_000
          await deliver(1, ['taken'])
        }

        const events = await backend.store.feed.findEvents(0, 1_000)
        for (const personId of new Set(events.map((event) => event.personId))) {
          const isTheirs = (event: { personId: string }) => event.personId === personId
          const firsts = new Set(taken.filter(isTheirs).map(({ eventId }) => eventId))
          expect([...firsts]).toEqual(events.filter(isTheirs).map(({ eventId }) => eventId))
        }
        expect(new Set(taken.map(({ eventId }) => eventId)).size).toBe(events.length)
        expect(countDoubles()).toBe(0)
      }),
      { numRuns, seed: 391 },
    )
  },
  60_000,
)
