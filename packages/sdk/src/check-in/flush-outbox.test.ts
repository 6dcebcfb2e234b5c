import { describe, expect, it } from 'vitest'
import { answerProblem, answerText, setupFetch } from '../client/fake-fetch.setup.js'
import type { ErrorCode } from '../errors.js'
import { createMemoryOutboxStore } from './create-memory-outbox-store.js'
import { createOutbox } from './create-outbox.js'
import { discardVisit } from './discard-visit.js'
import { flushOutbox } from './flush-outbox.js'
import type { Outbox } from './outbox.js'
import { fail, keep, scan, setupOutbox } from './outbox.setup.js'
import { readQueue } from './read-queue.js'
import { recordVisit } from './record-visit.js'
import { resendVisit } from './resend-visit.js'

const hour = 3_600_000

describe('recording', () => {
  it('keeps a visit as it was scanned, with an id and the time of the device', async () => {
    const { outbox } = setupOutbox()

    const visit = await recordVisit(outbox, scan)

    expect(visit).toMatchObject({ ...scan, at: '2021-09-23T01:00:00.000Z' })
    expect((await readQueue(outbox)).waiting.map((it) => it.visit)).toEqual([visit])
  })

  it('refuses what no server would take', async () => {
    const { outbox } = setupOutbox()

    const recording = recordVisit(outbox, { ...scan, venueCode: 'over there' })

    await expect(recording).rejects.toMatchObject({
      code: 'input_invalid',
      issues: [{ path: 'venueCode', code: 'invalid_format' }],
    })
  })

  // ATTACKS 114
  it('writes down how wrong the clock is once a receipt has shown it', async () => {
    const { outbox, clock } = setupOutbox({
      answers: [() => ({ receivedAt: '2021-09-22T01:00:00.000Z' })],
    })
    await recordVisit(outbox, scan)
    await flushOutbox(outbox)

    const visit = await recordVisit(outbox, scan)

    expect(visit.at).toBe(new Date(clock.at).toISOString())
    expect(visit.clockOffsetMs).toBe(-24 * hour)
  })
})

describe('flushing', () => {
  it('sends the oldest first and empties the outbox', async () => {
    const { outbox, batches } = setupOutbox()
    const one = await recordVisit(outbox, scan)
    const two = await recordVisit(outbox, { ...scan, direction: 'out' })

    const report = await flushOutbox(outbox)

    expect(report).toMatchObject({ sent: 2, refused: 0, waiting: 0, failure: undefined })
    expect(batches.map(({ visits }) => visits)).toEqual([[one, two]])
  })

  it('sends the same body under the same id again when the reply was lost', async () => {
    const { outbox, batches } = setupOutbox({ answers: [fail('offline'), keep] })
    await recordVisit(outbox, scan)
    await flushOutbox(outbox)

    await flushOutbox(outbox)

    expect(batches[1]!.visits).toEqual(batches[0]!.visits)
    expect((await readQueue(outbox)).waiting).toEqual([])
  })

  it('cuts what waits into batches that a server takes', async () => {
    const { outbox, batches } = setupOutbox()
    for (let count = 0; count < 120; count += 1) await recordVisit(outbox, scan)

    await flushOutbox(outbox)

    expect(batches.map(({ visits }) => visits.length)).toEqual([50, 50, 20])
  })

  const passing: ErrorCode[] = [
    'offline',
    'timed_out',
    'unexpected_answer',
    'internal',
    'overloaded',
    'rate_limited',
    'session_required',
    'session_expired',
    'key_unknown',
    'origin_not_allowed',
  ]
  it.each(passing)('keeps everything waiting at %s', async (code) => {
    const { outbox } = setupOutbox({ answers: [fail(code)] })
    await recordVisit(outbox, scan)

    const report = await flushOutbox(outbox)

    expect(report).toMatchObject({ sent: 0, refused: 0, waiting: 1, failure: { code } })
    expect((await readQueue(outbox)).waiting).toHaveLength(1)
  })

  it('keeps what a receipt does not speak of', async () => {
    const { outbox } = setupOutbox({ answers: [() => ({ results: [] })] })
    await recordVisit(outbox, scan)

    const { failure } = await flushOutbox(outbox)

    expect(failure).toMatchObject({ code: 'unexpected_answer' })
    expect((await readQueue(outbox)).waiting).toHaveLength(1)
  })

  it('stops with the reason of the signal, and the visit waits', async () => {
    const { outbox } = setupOutbox()
    await recordVisit(outbox, scan)
    const reason = new Error('left the page')

    const flushing = flushOutbox(outbox, { signal: AbortSignal.abort(reason) })

    await expect(flushing).rejects.toBe(reason)
    expect((await readQueue(outbox)).waiting).toHaveLength(1)
  })
})

describe('through a client', () => {
  const session = {
    token: 'kbyt_cs_secret',
    expiresAt: '2021-09-23T02:00:00Z',
    phone: '+84905123456',
  }

  function setup(...answers: Parameters<typeof setupFetch>) {
    const { client, requests } = setupFetch(...answers)
    client.session.save(session)
    return { requests, outbox: createOutbox({ client, store: createMemoryOutboxStore() }) }
  }

  // ATTACKS 108
  it('is offline behind a captive portal, and the visit waits', async () => {
    const { outbox } = setup(answerText('<h1>Wi-Fi</h1>', 'text/html'))
    await recordVisit(outbox, scan)

    const { failure, waiting } = await flushOutbox(outbox)

    expect(failure).toMatchObject({ code: 'offline' })
    expect(waiting).toBe(1)
  })

  // ATTACKS 110
  it('waits out a Retry-After of a day without asking again', async () => {
    const { outbox, requests } = setup(
      answerProblem('overloaded', 503, {}, { 'retry-after': '86400' }),
    )
    await recordVisit(outbox, scan)
    await flushOutbox(outbox)

    const { pauseMs, waiting } = await flushOutbox(outbox)

    expect(pauseMs).toBeGreaterThan(23 * hour)
    expect(waiting).toBe(1)
    expect(requests).toHaveLength(1)
  })
})

describe('a wait that the server asked for', () => {
  const pausing = [fail('overloaded', { retryAfterSeconds: 3_600 }), keep]

  it('holds for the next outbox on the store too', async () => {
    const { outbox, clock } = setupOutbox({ answers: pausing })
    await recordVisit(outbox, scan)
    await flushOutbox(outbox)
    const next = setupOutbox({ store: outbox.store })
    next.clock.at = clock.at + hour - 1

    await flushOutbox(next.outbox)
    expect(next.batches).toHaveLength(0)

    next.clock.at += 1
    await flushOutbox(next.outbox)
    expect(next.batches).toHaveLength(1)
  })

  it('does not grow when the clock is set back', async () => {
    const { outbox, clock, batches } = setupOutbox({ answers: pausing })
    await recordVisit(outbox, scan)
    await flushOutbox(outbox)
    clock.at -= 365 * 24 * hour
    expect((await flushOutbox(outbox)).pauseMs).toBe(hour)

    clock.at += hour
    await flushOutbox(outbox)

    expect(batches).toHaveLength(2)
  })
})

it('ends a send that hangs, so that another tab gets its turn', async () => {
  let isAsked = false
  const { outbox } = setupOutbox({ sendTimeoutMs: 1, send: () => new Promise(() => {}) })
  await recordVisit(outbox, scan)

  const { failure, waiting } = await flushOutbox(outbox)
  await outbox.locks.request(outbox.store.name, async () => {
    isAsked = true
  })

  expect([failure?.code, waiting, isAsked]).toEqual(['timed_out', 1, true])
})

it.each([
  ['recordVisit', ({ outbox, signal }: Abortable) => recordVisit(outbox, scan, { signal })],
  ['resendVisit', ({ outbox, signal, id }: Abortable) => resendVisit(outbox, id, { signal })],
  ['discardVisit', ({ outbox, signal, id }: Abortable) => discardVisit(outbox, id, { signal })],
])('%s changes nothing once it was aborted', async (_name, change) => {
  const { outbox } = setupOutbox({ answers: [fail('input_invalid')] })
  const { visitId: id } = await recordVisit(outbox, scan)
  await flushOutbox(outbox)
  const before = await outbox.store.load()
  const reason = new Error('the page was left')

  const changing = change({ outbox, id, signal: AbortSignal.abort(reason) })

  await expect(changing).rejects.toBe(reason)
  expect(await outbox.store.load()).toEqual(before)
})

interface Abortable {
  readonly outbox: Outbox
  readonly signal: AbortSignal
  readonly id: string
}

it('needs a way to send', () => {
  expect(() => createOutbox({ store: createMemoryOutboxStore() })).toThrow(TypeError)
})
