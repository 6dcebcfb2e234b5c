import { type Client, type FiledDeclaration, isKbytError, submitDeclaration } from '@kbyt/sdk'
import { declarationSchema } from '@kbyt/sdk/schema'
import type { ReactiveControllerHost } from 'lit'
import { PendingCall } from '../controllers/pending-call.js'
import { createKey } from './create-key.js'
import type { DraftController } from './draft.controller.js'
import type { Attempt } from './draft.js'

/** Refusals of this very body: it was not taken and will not be, so the next try has a new key. */
const final = new Set(['input_invalid', 'idempotency_key_reused', 'body_too_large', 'form_closed'])

/**
 * Sends a declaration so that it counts once, whatever gets lost on the way.
 *
 * Owns: the call, its error; freezes body and key in the draft before the first byte leaves.
 * Does not own: what the form does with a refusal.
 */
export class SubmissionController {
  readonly #host: ReactiveControllerHost
  readonly #call: PendingCall
  readonly #draft: DraftController
  #error: unknown

  constructor(host: ReactiveControllerHost, draft: DraftController) {
    this.#host = host
    this.#call = new PendingCall(host)
    this.#draft = draft
  }

  get isPending(): boolean {
    return this.#call.isPending
  }

  get error(): unknown {
    return this.#error
  }

  /** Why it was not taken, when no field says so. */
  get refusal(): unknown {
    const hasFields = isKbytError(this.#error) && this.#error.issues.length > 0
    return hasFields ? undefined : this.#error
  }

  forgetError(): void {
    this.#error = undefined
  }

  /** Sends what is frozen already, else freezes this checked declaration and sends it. */
  async send(client: Client, declaration: unknown): Promise<FiledDeclaration | undefined> {
    const attempt = this.#freeze(declaration)
    this.#error = undefined
    try {
      const { idempotencyKey } = attempt
      return await this.#call.run((signal) =>
        submitDeclaration(client, attempt.declaration, { idempotencyKey, signal }),
      )
    } catch (error) {
      this.#error = error
      this.#host.requestUpdate()
      if (isKbytError(error) && final.has(error.code)) this.#thaw()
      return undefined
    }
  }

  #freeze(declaration: unknown): Attempt {
    const frozen = this.#draft.current?.attempt
    const attempt = frozen ?? {
      idempotencyKey: createKey(),
      declaration: declarationSchema.parse(declaration),
    }
    this.#draft.update({ attempt })
    this.#draft.save()
    return attempt
  }

  #thaw(): void {
    this.#draft.update({ attempt: undefined })
    this.#draft.save()
  }
}
