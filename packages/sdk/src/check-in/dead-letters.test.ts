import { describe, expect, it } from 'vitest'
import { type ErrorCode, KbytError } from '../errors.js'
import { discardVisit } from './discard-visit.js'
import { flushOutbox } from './flush-outbox.js'
import { fail, keep, scan, setupOutbox } from './outbox.setup.js'
import { readQueue } from './read-queue.js'
import { recordVisit } from './record-visit.js'
import { resendVisit } from './resend-visit.js'

const hour = 3_600_000

describe('a dead letter', () => {
  it.each<ErrorCode>(['input_invalid', 'forbidden', 'not_found', 'qr_forged'])(
    'is what %s makes of a visit, and the next one goes on',
    async (code) => {
      const { outbox } = setupOutbox({
        answers: [fail(code), fail(code), keep],
      })
      const one = await recordVisit(outbox, scan)
      await recordVisit(outbox, scan)

      const report = await flushOutbox(outbox)

      expect(report).toMatchObject({ sent: 1, refused: 1, waiting: 0 })
      const { refused } = await readQueue(outbox)
      expect(refused).toMatchObject([{ visit: one, item: { refusedWith: code } }])
    },
  )

  it('is found among fifty in a few requests', async () => {
    const { outbox, batches } = setupOutbox({
      answers: [
        ({ visits }) => {
          const isSpoilt = visits.some(({ direction }) => direction === 'out')
          if (isSpoilt) throw new KbytError('input_invalid')
          return undefined
        },
      ],
    })
    for (let count = 0; count < 50; count += 1) {
      await recordVisit(outbox, count === 33 ? { ...scan, direction: 'out' } : scan)
    }

    const report = await flushOutbox(outbox)

    expect(report).toMatchObject({ sent: 49, refused: 1 })
    expect(batches.length).toBeLessThan(20)
  })

  it('is what a receipt refuses, with a code of the future too', async () => {
    const { outbox } = setupOutbox({
      answers: [
        ({ visits }) => ({
          results: visits.map(({ visitId }) => ({ visitId, refusedWith: 'venue_on_the_moon' })),
        }),
      ],
    })
    await recordVisit(outbox, scan)

    await flushOutbox(outbox)

    const { refused } = await readQueue(outbox)
    expect(refused).toMatchObject([{ item: { refusedWith: 'unexpected_answer' } }])
  })

  it('is sent again when a person says so', async () => {
    const { outbox, batches } = setupOutbox({ answers: [fail('not_found'), keep] })
    const { visitId } = await recordVisit(outbox, scan)
    await flushOutbox(outbox)
    expect(await flushOutbox(outbox)).toMatchObject({ sent: 0 })

    await resendVisit(outbox, visitId)

    expect(await flushOutbox(outbox)).toMatchObject({ sent: 1 })
    expect(batches[1]!.visits).toEqual(batches[0]!.visits)
  })

  it('is gone when a person says so', async () => {
    const { outbox } = setupOutbox({ answers: [fail('not_found')] })
    const { visitId } = await recordVisit(outbox, scan)
    await flushOutbox(outbox)

    await discardVisit(outbox, visitId)

    expect(await readQueue(outbox)).toMatchObject({ waiting: [], refused: [] })
  })

  it('is all that can be discarded', async () => {
    const { outbox } = setupOutbox()
    const { visitId } = await recordVisit(outbox, scan)

    await discardVisit(outbox, visitId)

    expect((await readQueue(outbox)).waiting).toHaveLength(1)
  })

  it('is what becomes of a visit after fourteen days, unsent', async () => {
    const { outbox, clock, batches } = setupOutbox()
    await recordVisit(outbox, scan)
    clock.at += 14 * 24 * hour + 1

    await flushOutbox(outbox)

    expect(batches).toEqual([])
    expect((await readQueue(outbox)).refused).toMatchObject([
      { item: { refusedWith: 'visit_expired' } },
    ])
  })
})

// ATTACKS 115
describe('items of another version', () => {
  /** As if version 0 had kept the visit itself, not its JSON. */
  const upgrades = {
    0: ({ visit, ...rest }: { visit?: unknown }) => ({
      ...rest,
      version: 1,
      body: JSON.stringify(visit),
    }),
  }

  async function setupOld() {
    const { outbox, batches } = setupOutbox({ upgrades })
    const visit = await recordVisit(setupOutbox().outbox, scan)
    await outbox.store.add({ version: 0, visit, recordedAt: outbox.clock() })
    return { outbox, batches, visit }
  }

  it('are upgraded and sent', async () => {
    const { outbox, batches, visit } = await setupOld()

    const report = await flushOutbox(outbox)

    expect(report).toMatchObject({ sent: 1, waiting: 0 })
    expect(batches[0]!.visits).toEqual([visit])
  })

  it.each([
    ['a newer one', { version: 99, body: 'sealed' }],
    ['a damaged one', { version: 1, body: '{', recordedAt: 0 }],
    ['no object', 'text'],
  ])('are left alone and counted: %s', async (_name, value) => {
    const { outbox, batches } = await setupOld()
    await outbox.store.add(value)

    await flushOutbox(outbox)

    expect(batches).toHaveLength(1)
    expect(await readQueue(outbox)).toMatchObject({ waiting: [], refused: [], unreadable: 1 })
  })
})
