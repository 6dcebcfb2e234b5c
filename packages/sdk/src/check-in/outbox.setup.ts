import { KbytError } from '../errors.js'
import type { VisitBatch, VisitReceipt } from '../schema/visit.js'
import { createMemoryOutboxStore } from './create-memory-outbox-store.js'
import { type CreateOutboxOptions, createOutbox } from './create-outbox.js'
import type { SetTimer } from './outbox.js'
import type { RecordVisitInput } from './record-visit.js'

export const scan: RecordVisitInput = {
  venueCode: 'HUE00001',
  direction: 'in',
  scannedBy: 'visitor',
  subject: { by: 'pass', passId: '00f1e2d3c4b5a697' },
}

/** What the server says to a batch; undefined keeps all. */
export type Answer = (batch: VisitBatch) => Partial<VisitReceipt> | undefined

/** An outbox with a server that answers in turn (the last answer again and again), a clock and timers to move. */
export function setupOutbox({
  answers = [],
  ...options
}: Partial<CreateOutboxOptions> & { answers?: readonly Answer[] } = {}) {
  const clock = { at: Date.UTC(2021, 8, 23, 1) }
  const batches: VisitBatch[] = []
  const timers: { delayMs: number; callback: () => void }[] = []
  const setTimer: SetTimer = (callback, delayMs) => {
    const timer = { delayMs, callback }
    timers.push(timer)
    return () => timers.splice(timers.indexOf(timer), 1)
  }
  let wake = () => {}
  const outbox = createOutbox({
    store: createMemoryOutboxStore(),
    async send(batch) {
      batches.push(structuredClone(batch))
      const answer = answers[Math.min(batches.length, answers.length) - 1]
      return {
        receivedAt: new Date(clock.at).toISOString(),
        results: batch.visits.map(({ visitId }) => ({ visitId })),
        ...answer?.(batch),
      }
    },
    clock: () => clock.at,
    random: () => 0,
    setTimer,
    watchTriggers(callback) {
      wake = callback
      return () => {
        wake = () => {}
      }
    },
    ...options,
  })
  return { outbox, batches, clock, timers, wake: () => wake() }
}

/** Refuses as `call` does. */
export const fail =
  (...[code, options]: ConstructorParameters<typeof KbytError>): Answer =>
  () => {
    throw new KbytError(code, options)
  }

export const keep: Answer = () => undefined
