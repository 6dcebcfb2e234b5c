import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { describeField, type FieldOptions, renderField } from './field.js'

export interface TextFieldOptions extends FieldOptions {
  readonly value: string
  readonly onInput: (value: string, event: Event) => void
  /** Enter, Tab or leaving the field: what was typed is complete. */
  readonly onChange?: ((value: string) => void) | undefined
  readonly onKeydown?: ((event: KeyboardEvent) => void) | undefined
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'password'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly autocomplete?: string
  readonly autocapitalize?: 'none' | 'words' | 'characters' | 'sentences'
  readonly min?: string
  readonly max?: string
  readonly isRequired?: boolean
  readonly isShort?: boolean
  readonly hasDigits?: boolean
  /** Offered while typing; anything else may be typed too. */
  readonly suggestions?: readonly string[]
}

const toValue = (event: Event) => (event.target as HTMLInputElement).value

/** A native one-line input with its label, hint and error. */
export function renderTextField(options: TextFieldOptions): TemplateResult {
  const { onInput, onChange, onKeydown, suggestions = [] } = options
  const listId = `${options.id}-suggestions`
  return renderField(
    options,
    html`<input
      id=${options.id}
      name=${options.id}
      part="input"
      class=${toClasses(options)}
      type=${options.type ?? 'text'}
      inputmode=${options.inputMode ?? nothing}
      autocomplete=${options.autocomplete ?? 'off'}
      autocapitalize=${options.autocapitalize ?? nothing}
      autocorrect="off"
      spellcheck="false"
      list=${suggestions.length > 0 ? listId : nothing}
      min=${options.min ?? nothing}
      max=${options.max ?? nothing}
      aria-required=${options.isRequired ? 'true' : nothing}
      aria-invalid=${options.error ? 'true' : nothing}
      aria-describedby=${describeField(options)}
      .value=${live(options.value)}
      @input=${(event: Event) => onInput(toValue(event), event)}
      @change=${onChange && ((event: Event) => onChange(toValue(event)))}
      @keydown=${onKeydown}
    />${suggestions.length > 0 ? renderSuggestions(listId, suggestions) : nothing}`,
  )
}

function renderSuggestions(id: string, suggestions: readonly string[]): TemplateResult {
  return html`<datalist id=${id}>
    ${suggestions.map((value) => html`<option value=${value}></option>`)}
  </datalist>`
}

function toClasses({ isShort, hasDigits }: TextFieldOptions): string {
  return [isShort && 'short', hasDigits && 'digits'].filter(Boolean).join(' ')
}
