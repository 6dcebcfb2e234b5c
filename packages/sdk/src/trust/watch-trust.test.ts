import { expect, it, vi } from 'vitest'
import type { TrustKeeper } from './create-trust-keeper.js'
import { type WatchedTrust, watchTrust } from './watch-trust.js'

it('asks again after a fetch that never ends and heeds no signal', async () => {
  const refresh = vi.fn(() => new Promise<never>(() => {}))
  const keeper: TrustKeeper = { load: async () => ({ age: 'none' }), refresh }
  const told: WatchedTrust[] = []

  const stop = watchTrust(keeper, {
    onChange: (trust) => told.push(trust),
    everyMs: 20,
    timeoutMs: 20,
  })
  await vi.waitFor(() => expect(refresh.mock.calls.length).toBeGreaterThan(1))
  stop()

  expect(told.slice(0, 2)).toEqual([
    { age: 'none' },
    { age: 'none', problem: expect.objectContaining({ name: 'TimeoutError' }) },
  ])
})
