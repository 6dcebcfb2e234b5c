import {
  type Client,
  type DeclarationKind,
  type FiledDeclaration,
  findDeclarations,
  withdrawDeclaration,
} from '@kbyt/sdk'
import type { LitElement } from 'lit'
import { PendingCall } from '../controllers/pending-call.js'

export type DeclarationsState =
  | { readonly step: 'unknown' }
  | { readonly step: 'failed'; readonly error: unknown }
  | { readonly step: 'found'; readonly declarations: readonly FiledDeclaration[] }

/**
 * The current declarations of the proven phone: those with a newest pass of somebody, not withdrawn.
 *
 * Owns asking for them and withdrawing one. Does not own the session, nor what is done with an error
 * of a withdrawal, which it throws.
 */
export class DeclarationsController {
  state: DeclarationsState = { step: 'unknown' }
  readonly #host: LitElement
  readonly #finding: PendingCall
  readonly #withdrawing: PendingCall

  constructor(host: LitElement) {
    this.#host = host
    this.#finding = new PendingCall(host)
    this.#withdrawing = new PendingCall(host)
  }

  get isFinding(): boolean {
    return this.#finding.isPending
  }

  get isWithdrawing(): boolean {
    return this.#withdrawing.isPending
  }

  forget(): void {
    this.#finding.stop()
    this.#show({ step: 'unknown' })
  }

  /** The declarations when they could be had; the error is in the state otherwise. */
  async find(
    client: Client,
    kind: DeclarationKind,
  ): Promise<readonly FiledDeclaration[] | undefined> {
    try {
      const found = await this.#finding.run((signal) =>
        findDeclarations(client, { kind }, { signal }),
      )
      if (!found) return undefined
      const declarations = found.declarations.filter(isCurrent)
      this.#show({ step: 'found', declarations })
      return declarations
    } catch (error) {
      this.#show({ step: 'failed', error })
      return undefined
    }
  }

  async withdraw(
    client: Client,
    { declarationId }: FiledDeclaration,
  ): Promise<FiledDeclaration | undefined> {
    return this.#withdrawing.run((signal) =>
      withdrawDeclaration(client, { declarationId }, { signal }),
    )
  }

  #show(state: DeclarationsState): void {
    this.state = state
    this.#host.requestUpdate()
  }
}

const isCurrent = ({ isSuperseded, withdrawnAt }: FiledDeclaration) =>
  !isSuperseded && withdrawnAt === undefined
