import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Choice } from './choice-field.js'
import { describeField, type FieldOptions, renderField } from './field.js'

interface SelectGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

interface SelectOptions extends FieldOptions {
  readonly value: string
  /** The empty first entry, as "Chọn". */
  readonly emptyLabel: string
  readonly choices?: readonly Choice[]
  readonly groups?: readonly SelectGroup[]
  readonly autocomplete?: string
  readonly isDisabled?: boolean
  readonly onChoose: (value: string) => void
}

/** A native select with its label, hint and error. */
export function renderSelect(options: SelectOptions): TemplateResult {
  const { id, value, choices = [], groups = [], onChoose } = options
  return renderField(
    options,
    html`<select
      id=${id}
      name=${id}
      part="input"
      autocomplete=${options.autocomplete ?? 'off'}
      ?disabled=${options.isDisabled ?? false}
      aria-invalid=${options.error ? 'true' : nothing}
      aria-describedby=${describeField(options)}
      @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
    >
      ${renderOption({ value: '', label: options.emptyLabel }, value)}
      ${choices.map((choice) => renderOption(choice, value))}
      ${groups.map(
        (group) => html`<optgroup label=${group.label}>
          ${group.choices.map((choice) => renderOption(choice, value))}
        </optgroup>`,
      )}
    </select>`,
  )
}

function renderOption(choice: Choice, value: string): TemplateResult {
  return html`<option value=${choice.value} .selected=${live(choice.value === value)}>
    ${choice.label}
  </option>`
}
