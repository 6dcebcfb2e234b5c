import { KbytError } from '@kbyt/sdk'
import type { Arrival, ArrivalEventName } from '@kbyt/sdk/schema'
import { makeCaseEvent } from '../localities/make-case-event.js'
import type { Outside } from '../outside.js'
import type { ArrivalWithEvents, IdempotentAnswer, OfficerRow } from '../store/store.js'
import { toArrival } from './to-arrival.js'
import { toNextState } from './to-next-state.js'

/** So many officers do not record the same person in the same moment. */
const maxAttempts = 5

interface Recording {
  readonly officer: OfficerRow
  readonly event: ArrivalEventName
  readonly note: string | undefined
  /** Seals the answer, for the store to keep with the event. */
  readonly seal: (arrival: Arrival) => Promise<IdempotentAnswer>
  /** The arrival as it is now; undefined once it is nobody's to record. */
  readonly find: () => Promise<ArrivalWithEvents | undefined>
}

/** Adds an event to an arrival, on whatever another officer recorded in between. */
export type RecordArrivalEvent = (recording: Recording) => Promise<Arrival>

/** @throws {KbytError} `not_found` when the person declared anew in between. */
export function createRecordArrivalEvent(outside: Outside): RecordArrivalEvent {
  const { store, vault } = outside

  return async ({ officer, event, note, seal, find }) => {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const found = await find()
      if (!found) throw new KbytError('not_found')
      const { row, events } = found
      const added = await makeCaseEvent(outside, officer, event, note)
      const change = { from: row.state, to: toNextState(row.state, event) }
      const next = { row: { ...row, state: change.to }, events: [...events, added] }
      const arrival = await toArrival(vault, next)
      const answer = await seal(arrival)
      if (await store.arrivals.addArrivalEvent(row, change, added, answer)) return arrival
    }
    throw new KbytError('overloaded', { retryAfterSeconds: 1 })
  }
}
