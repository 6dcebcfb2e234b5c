import { describe, expect, it, vi } from 'vitest'
import { KbytError } from '../errors.js'
import { flushOutbox } from './flush-outbox.js'
import { fail, keep, scan, setupOutbox } from './outbox.setup.js'
import { recordVisit } from './record-visit.js'
import { startOutbox } from './start-outbox.js'
import { type OutboxState, watchOutbox } from './watch-outbox.js'

const until = vi.waitFor

describe('a started outbox', () => {
  it('sends what an earlier page left', async () => {
    const { outbox, batches } = setupOutbox()
    await recordVisit(outbox, scan)

    const stop = startOutbox(outbox)

    await until(() => expect(batches).toHaveLength(1))
    stop()
  })

  it('sends a visit when it is recorded', async () => {
    const { outbox, batches } = setupOutbox()
    const stop = startOutbox(outbox)

    await recordVisit(outbox, scan)

    await until(() => expect(batches).toHaveLength(1))
    stop()
  })

  it('tries again in growing steps, and anew after a success', async () => {
    const { outbox, timers } = setupOutbox({
      answers: [fail('offline'), fail('offline'), fail('offline'), keep, fail('offline')],
    })
    await recordVisit(outbox, scan)
    const delays: number[] = []
    const stop = startOutbox(outbox)

    for (let count = 0; count < 3; count += 1) {
      await until(() => expect(timers).toHaveLength(1))
      const timer = timers.pop()!
      delays.push(timer.delayMs)
      timer.callback()
    }
    await until(async () => expect((await flushOutbox(outbox)).waiting).toBe(0))
    await recordVisit(outbox, scan)
    await until(() => expect(timers).toHaveLength(1))

    expect([...delays, timers[0]!.delayMs]).toEqual([2_000, 4_000, 8_000, 2_000])
    stop()
  })

  it('tries at once when the network is back', async () => {
    const { outbox, batches, timers, wake } = setupOutbox({ answers: [fail('offline'), keep] })
    await recordVisit(outbox, scan)
    const stop = startOutbox(outbox)
    await until(() => expect(timers).toHaveLength(1))

    wake()

    await until(() => expect(batches).toHaveLength(2))
    expect(timers).toHaveLength(0)
    stop()
  })

  it('leaves the server in peace as long as it asked, though the network comes and goes', async () => {
    const { outbox, batches, timers, wake } = setupOutbox({
      answers: [fail('overloaded', { retryAfterSeconds: 600 })],
    })
    await recordVisit(outbox, scan)
    const stop = startOutbox(outbox)
    await until(() => expect(timers).toMatchObject([{ delayMs: 600_000 }]))

    wake()
    await until(() => expect(timers).toHaveLength(1))

    expect(batches).toHaveLength(1)
    stop()
  })

  it('does nothing once stopped', async () => {
    const { outbox, batches, timers } = setupOutbox()
    const stop = startOutbox(outbox)
    await flushOutbox(outbox)

    stop()
    await recordVisit(outbox, scan)
    await flushOutbox({ ...outbox, send: () => Promise.reject(new KbytError('offline')) })

    expect(batches).toEqual([])
    expect(timers).toEqual([])
  })
})

describe('watching', () => {
  function watch(outbox: Parameters<typeof watchOutbox>[0]) {
    const states: OutboxState[] = []
    const stop = watchOutbox(outbox, (state) => states.push(state))
    return { stop, last: () => states.at(-1) }
  }

  it('tells what waits, at once and after each change', async () => {
    const { outbox } = setupOutbox()
    const { last, stop } = watch(outbox)
    await until(() => expect(last()).toMatchObject({ waiting: 0, expiresAt: undefined }))

    await recordVisit(outbox, scan)
    await until(() =>
      expect(last()).toMatchObject({ waiting: 1, expiresAt: '2021-10-07T01:00:00.000Z' }),
    )

    await flushOutbox(outbox)
    await until(() => expect(last()).toMatchObject({ waiting: 0, isSending: false }))
    stop()
  })

  it('shows why nothing goes out, and what is refused', async () => {
    const { outbox } = setupOutbox({ answers: [fail('offline'), fail('not_found')] })
    const { last, stop } = watch(outbox)
    const visit = await recordVisit(outbox, scan)
    await flushOutbox(outbox)
    await until(() => expect(last()).toMatchObject({ waiting: 1, failure: { code: 'offline' } }))

    await flushOutbox(outbox)

    await until(() =>
      expect(last()).toMatchObject({ waiting: 0, deadLetters: [{ visit, code: 'not_found' }] }),
    )
    stop()
  })

  it('shows that the store cannot be read', async () => {
    const { outbox } = setupOutbox()
    const cause = new DOMException('private mode', 'InvalidStateError')
    const broken = { ...outbox, store: { ...outbox.store, load: () => Promise.reject(cause) } }

    const { last, stop } = watch(broken)

    await until(() => expect(last()?.failure).toMatchObject({ code: 'storage_unavailable', cause }))
    stop()
  })

  it('says nothing once stopped', async () => {
    const { outbox } = setupOutbox()
    const { last, stop } = watch(outbox)

    stop()
    await recordVisit(outbox, scan)
    await flushOutbox(outbox)

    expect(last()).toBeUndefined()
  })
})
