import { expect, it } from 'vitest'
import { send, setup } from '../backend.setup.js'
import { createMemoryStore } from '../memory.js'
import type { Store } from '../store/store.js'

const down = () => Promise.reject(new Error('no database'))
const never = () => new Promise<never>(() => {})

const withStore = (changes: Partial<Store>) =>
  setup({ store: { ...createMemoryStore(), ...changes } })

const ask = (backend: Awaited<ReturnType<typeof setup>>, path: string) => send(backend, 'GET', path)

it('is ready when everything it needs is there', async () => {
  const backend = await setup()

  expect(await ask(backend, '/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } })
})

it.each([
  ['database', { ping: down }],
  ['migrations', { isMigrated: async () => false }],
  [
    'keys',
    { keyCheck: { find: async () => ({ blindIndex: 'other', sealed: 'k1.x' }), keep: down } },
  ],
])('is not ready without its %s, and says so in a word', async (name, changes) => {
  const backend = await withStore(changes)

  const { status, json, headers } = await ask(backend, '/readyz')

  expect([status, json.issues]).toEqual([503, [{ path: name, code: 'missing' }]])
  expect(headers.get('retry-after')).toBe('5')
})

it('is not ready while the host says that it is stopping', async () => {
  const backend = await setup({ findMissing: () => ['stopping'] })

  expect(await ask(backend, '/readyz')).toMatchObject({ status: 503 })
  expect(await ask(backend, '/healthz')).toMatchObject({ status: 200 })
})

it('waits two seconds for a database that says nothing, and lives on meanwhile', async () => {
  const backend = await withStore({ ping: never })

  const readiness = ask(backend, '/readyz')
  const health = await ask(backend, '/healthz')

  expect(health.json).toEqual({ status: 'ok' })
  expect(await readiness).toMatchObject({ status: 503 })
})

it('shows its measures to whoever runs it, and to nobody else', async () => {
  const readMetrics = async () => 'kbyt_up 1\n'
  const open = await setup({ readMetrics, isOperator: () => true })
  const closed = await setup({ readMetrics })

  const shown = await open.app.request('https://kbyt.example/metrics')

  expect([shown.status, await shown.text()]).toEqual([200, 'kbyt_up 1\n'])
  expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await ask(closed, '/metrics')).toMatchObject({ status: 404, json: { code: 'not_found' } })
})

it('answers health and readiness however full it is, and refuses the rest with a time to come again', async () => {
  let isFull = true
  const backend = await setup({ overload: { readLagMs: () => (isFull ? 9_999 : 0) } })

  const refused = await ask(backend, '/v1/config')
  const health = await ask(backend, '/healthz')
  isFull = false
  const served = await ask(backend, '/v1/config')

  expect(refused).toMatchObject({ status: 503, json: { code: 'overloaded' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect([health.status, served.status]).toEqual([200, 200])
})
