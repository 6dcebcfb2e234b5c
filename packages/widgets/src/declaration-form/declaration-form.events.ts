import type { FiledDeclaration } from '@kbyt/sdk'

/** Fired once the server has stored the declaration; its passes are in it. */
export class KbytDeclarationSubmittedEvent extends Event {
  readonly declaration: FiledDeclaration

  constructor(declaration: FiledDeclaration) {
    super('kbyt-declaration-submitted', { bubbles: true, composed: true })
    this.declaration = declaration
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-declaration-submitted': KbytDeclarationSubmittedEvent
  }
}
