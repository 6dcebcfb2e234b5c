import { html, nothing, type TemplateResult } from 'lit'

interface ActionButtonOptions {
  readonly label: string
  /** Named instead of `label` while the action runs; it cannot be pressed twice. */
  readonly pendingLabel?: string
  readonly isPending?: boolean
  readonly isSecondary?: boolean
  /** What it does cannot be undone. */
  readonly isDanger?: boolean
  /** Without it the button submits its form. */
  readonly onPress?: (() => void) | undefined
}

/** A button that stays focusable while busy: `disabled` would drop the focus of a keyboard user. */
export function renderActionButton(options: ActionButtonOptions): TemplateResult {
  const { label, pendingLabel = label, isPending = false, isSecondary = false, onPress } = options
  const look = isSecondary ? 'secondary' : options.isDanger ? 'danger' : ''
  const press = (event: Event) => {
    if (isPending) event.preventDefault()
    else onPress?.()
  }
  return html`<button
    class="button ${look}"
    part=${isSecondary ? 'secondary' : 'submit'}
    type=${onPress ? 'button' : 'submit'}
    aria-disabled=${isPending ? 'true' : nothing}
    @click=${press}
  >
    ${isPending ? pendingLabel : label}
  </button>`
}
