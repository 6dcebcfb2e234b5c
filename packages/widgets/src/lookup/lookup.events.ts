import type { FiledDeclaration } from '@kbyt/sdk'

/** Fired once the phone's current declarations are known; empty when there is none. */
export class KbytDeclarationsFoundEvent extends Event {
  readonly declarations: readonly FiledDeclaration[]

  constructor(declarations: readonly FiledDeclaration[]) {
    super('kbyt-declarations-found', { bubbles: true, composed: true })
    this.declarations = declarations
  }
}

/** Fired when the person wants to change a declaration: open the form with it. */
export class KbytUpdateRequestedEvent extends Event {
  readonly declaration: FiledDeclaration

  constructor(declaration: FiledDeclaration) {
    super('kbyt-update-requested', { bubbles: true, composed: true })
    this.declaration = declaration
  }
}

/** Fired when a declaration was withdrawn; its passes are no longer valid. */
export class KbytDeclarationWithdrawnEvent extends Event {
  readonly declaration: FiledDeclaration

  constructor(declaration: FiledDeclaration) {
    super('kbyt-declaration-withdrawn', { bubbles: true, composed: true })
    this.declaration = declaration
  }
}

declare global {
  interface HTMLElementEventMap {
    'kbyt-declarations-found': KbytDeclarationsFoundEvent
    'kbyt-update-requested': KbytUpdateRequestedEvent
    'kbyt-declaration-withdrawn': KbytDeclarationWithdrawnEvent
  }
}
