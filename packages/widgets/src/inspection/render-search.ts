import { html, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { renderTextField } from '../fields/text-field.js'
import type { InspectionWords } from '../words/inspection.vi.js'

export interface SearchFields {
  readonly idNumber: string
  readonly phone: string
}

export interface SearchOptions {
  readonly words: InspectionWords
  readonly fields: SearchFields
  readonly errors: Partial<Record<keyof SearchFields, string>>
  readonly isPending: boolean
  readonly onInput: (fields: SearchFields) => void
  readonly onSubmit: () => void
  readonly onScan: () => void
}

/** Both boxes of the dispatch with one button; typing in one empties the other, so that it is clear which counts. */
export function renderSearch(options: SearchOptions): TemplateResult {
  const { words, fields, errors, onInput } = options
  const { desk, common } = words
  const submit = (event: Event) => {
    event.preventDefault()
    options.onSubmit()
  }
  return html`<form class="stack search" novalidate role="search" @submit=${submit}>
    <div class="pair">
      ${renderTextField({
        id: 'id-number',
        label: desk.idNumber,
        hint: desk.idNumberHint,
        value: fields.idNumber,
        autocapitalize: 'characters',
        hasDigits: true,
        error: errors.idNumber,
        errorLabel: common.errorLabel,
        onInput: (idNumber) => onInput({ idNumber, phone: '' }),
      })}
      ${renderTextField({
        id: 'phone',
        label: desk.phone,
        value: fields.phone,
        type: 'tel',
        inputMode: 'tel',
        hasDigits: true,
        error: errors.phone,
        errorLabel: common.errorLabel,
        onInput: (phone) => onInput({ idNumber: '', phone }),
      })}
    </div>
    <div class="actions">
      ${renderActionButton({
        label: desk.lookUp,
        pendingLabel: desk.pending,
        isPending: options.isPending,
      })}
      ${renderActionButton({ label: desk.scan, isSecondary: true, onPress: options.onScan })}
    </div>
  </form>`
}
