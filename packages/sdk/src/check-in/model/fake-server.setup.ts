import { KbytError } from '../../errors.js'
import type { Visit, VisitBatch, VisitReceipt } from '../../schema/visit.js'

/** What the server, or what is in its place, does with requests. */
export const networks = [
  'up',
  'up',
  'offline',
  'reply-lost',
  'busy',
  'pausing',
  'refusing-some',
  'rejecting-batches',
] as const
export type Network = (typeof networks)[number]

export const pauseSeconds = 3_600

/** Keeps a visit once per id, as the contract says. */
export class FakeServer {
  network: Network = 'up'
  /** Every visit that had an effect, in the order of effects. */
  readonly kept: Visit[] = []
  readonly refused = new Set<string>()

  /** Answers, or throws what the client's `call` would. */
  take({ visits }: VisitBatch, now: number): VisitReceipt {
    if (this.network === 'offline') throw new KbytError('offline')
    if (this.network === 'busy') throw new KbytError('overloaded')
    if (this.network === 'pausing') {
      throw new KbytError('overloaded', { retryAfterSeconds: pauseSeconds })
    }
    if (this.network === 'rejecting-batches') this.#reject(visits)
    const results = visits.map((visit) => this.#keep(visit))
    return { receivedAt: new Date(now).toISOString(), results }
  }

  #reject(visits: readonly Visit[]): void {
    const bad = visits.filter(isDisliked)
    if (bad.length === 0) return
    if (visits.length === 1) this.#refuse(bad)
    throw new KbytError('input_invalid')
  }

  #refuse(visits: readonly Visit[]): void {
    for (const { venueCode } of visits) this.refused.add(venueCode)
  }

  #keep(visit: Visit): VisitReceipt['results'][number] {
    const { visitId } = visit
    if (this.kept.some((it) => it.visitId === visitId)) return { visitId }
    if (this.network === 'refusing-some' && isDisliked(visit)) {
      this.#refuse([visit])
      return { visitId, refusedWith: 'not_found' }
    }
    this.kept.push(visit)
    return { visitId }
  }
}

/** Every third scan. */
const isDisliked = ({ venueCode }: Visit) => Number(venueCode.slice(1)) % 3 === 0
