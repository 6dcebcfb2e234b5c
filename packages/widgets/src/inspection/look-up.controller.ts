import type { Client } from '@kbyt/sdk'
import { type Inspection, type InspectionRequest, inspect } from '@kbyt/sdk/inspection'
import type { LitElement } from 'lit'
import { PendingCall } from '../controllers/pending-call.js'
import { PlaceNames } from './place-names.js'
import type { QueryProblem } from './to-query.js'

export type LookUpState =
  | { readonly step: 'empty' }
  | { readonly step: 'problem'; readonly problem: QueryProblem | 'foreign' }
  | { readonly step: 'failed'; readonly error: unknown }
  | { readonly step: 'found'; readonly inspection: Inspection; readonly places: PlaceNames }

/**
 * One look-up after another: the newest one's answer is shown, older ones are dropped.
 *
 * Owns the call and its answer, and the list a phone gave while one of it is shown. Does not own the
 * boxes, nor the officer.
 */
export class LookUpController {
  state: LookUpState = { step: 'empty' }
  /** The list to go back to. */
  list: LookUpState | undefined
  readonly #host: LitElement
  readonly #call: PendingCall

  constructor(host: LitElement) {
    this.#host = host
    this.#call = new PendingCall(host)
  }

  get isPending(): boolean {
    return this.#call.isPending
  }

  show(state: LookUpState): void {
    this.#call.stop()
    this.list = undefined
    this.state = state
    this.#host.requestUpdate()
  }

  /** Looks up; the error, when there is one, is in the state and is returned as well. */
  async run(client: Client, request: InspectionRequest): Promise<unknown> {
    const isChoice = request.query.by === 'person'
    const list = isChoice ? (this.list ?? this.state) : undefined
    // Until the answer is here nobody is shown: it would be the person before.
    if (!isChoice) this.show({ step: 'empty' })
    try {
      const found = await this.#call.run(async (signal) => {
        const inspection = await inspect(client, request, { signal })
        return { inspection, places: await PlaceNames.load(client, inspection.people, signal) }
      })
      if (found) this.state = { step: 'found', ...found }
      if (found) this.list = list
      return undefined
    } catch (error) {
      this.list = list
      this.state = { step: 'failed', error }
      return error
    } finally {
      this.#host.requestUpdate()
    }
  }
}
