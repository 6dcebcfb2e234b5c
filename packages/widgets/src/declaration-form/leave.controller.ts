import { type Client, endSession } from '@kbyt/sdk'
import type { LitElement } from 'lit'
import type { FocusController } from '../controllers/focus.js'
import { KbytSessionEndedEvent } from '../controllers/session.events.js'
import type { SessionController } from '../controllers/session.js'
import type { SessionLineOptions } from './session-line.js'

/**
 * The way out for who uses a machine that is not theirs.
 *
 * Owns: whether it has been asked for. Does not own: what is forgotten; everybody who holds something
 * of the person hears the event.
 */
export class LeaveController {
  readonly #host: LitElement
  readonly #session: SessionController
  readonly #focus: FocusController
  #isLeaving = false

  constructor(host: LitElement, session: SessionController, focus: FocusController) {
    this.#host = host
    this.#session = session
    this.#focus = focus
  }

  /** The line for this phone; `isSafe` where nothing typed is left to lose, so that nothing is asked. */
  toLine(client: Client, phone: string, isSafe = false): SessionLineOptions {
    const onLeave = () => void this.#leave(client)
    const onAsk = (isLeaving: boolean) => {
      this.#isLeaving = isLeaving
      this.#focus.request(isLeaving ? '.leave-ask' : '.leave')
    }
    return { phone, isLeaving: this.#isLeaving, onAsk: isSafe ? onLeave : onAsk, onLeave }
  }

  async #leave(client: Client): Promise<void> {
    await endSession(client).catch(() => undefined) // the server's ends by itself
    this.#isLeaving = false
    this.#session.lose()
    this.#host.dispatchEvent(new KbytSessionEndedEvent())
  }
}
