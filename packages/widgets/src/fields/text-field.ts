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
}

const toValue = (event: Event) => (event.target as HTMLInputElement).value

/** A native one-line input with its label, hint and error. */
export function renderTextField(options: TextFieldOptions): TemplateResult {
  const { onInput, onChange, onKeydown } = options
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
      min=${options.min ?? nothing}
      max=${options.max ?? nothing}
      aria-required=${options.isRequired ? 'true' : nothing}
      aria-invalid=${options.error ? 'true' : nothing}
      aria-describedby=${describeField(options)}
      .value=${live(options.value)}
      @input=${(event: Event) => onInput(toValue(event), event)}
      @change=${onChange && ((event: Event) => onChange(toValue(event)))}
      @keydown=${onKeydown}
    />`,
  )
}

function toClasses({ isShort, hasDigits }: TextFieldOptions): string {
  return [isShort && 'short', hasDigits && 'digits'].filter(Boolean).join(' ')
}
