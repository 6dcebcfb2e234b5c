import { toNationalPhone } from '@kbyt/sdk/schema'
import { html, type TemplateResult } from 'lit'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import { renderLink } from './link-button.js'

export interface SessionLineOptions {
  /** The proven phone, E.164. */
  readonly phone: string
  readonly isLeaving: boolean
  /** The first press asks, because what was typed goes too. */
  readonly onAsk: (isLeaving: boolean) => void
  readonly onLeave: () => void
}

/** Whose session this is and the way out of it, for the machine that the next person uses too. */
export function renderSessionLine(
  words: DeclarationFormWords,
  options: SessionLineOptions,
): TemplateResult {
  const { common, form } = words
  const { phone, isLeaving, onAsk, onLeave } = options
  if (isLeaving) {
    return html`<div class="notice warning no-print leave-ask" role="alert" tabindex="-1">
      <p>${form.leaveAsk}</p>
      <div class="actions">
        ${renderLink(form.leaveYes, undefined, onLeave)}
        ${renderLink(form.leaveNo, undefined, () => onAsk(false))}
      </div>
    </div>`
  }
  return html`<p class="session-line no-print">
    <span><span class="session-label">${common.provenPhone}</span> <strong class="number unbroken">${toNationalPhone(phone)}</strong></span>
    <button type="button" class="link leave" @click=${() => onAsk(true)}>${common.signOut}</button>
  </p>`
}
