import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { type FieldOptions, renderGroup } from './field.js'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface RadiosOptions extends FieldOptions {
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly isInline?: boolean
}

interface CheckboxesOptions extends FieldOptions {
  readonly choices: readonly Choice[]
  readonly values: readonly string[]
  readonly onToggle: (value: string, isOn: boolean) => void
  /** The last box, which excludes all others. */
  readonly none?: { readonly label: string; readonly or: string; readonly isOn: boolean }
  readonly onNone?: (isOn: boolean) => void
}

const isOn = (event: Event) => (event.target as HTMLInputElement).checked

/** One of several, as native radios. */
export function renderRadios(options: RadiosOptions): TemplateResult {
  const { id, choices, value, onChoose, isInline, error } = options
  return renderGroup(
    options,
    html`<div class="choices ${isInline ? 'inline' : ''}">
      ${choices.map(
        (choice) => html`
          <label class="choice">
            <input
              type="radio"
              name=${id}
              aria-invalid=${error ? 'true' : nothing}
              .value=${choice.value}
              .checked=${live(choice.value === value)}
              @change=${() => onChoose(choice.value)}
            />
            <span>${choice.label}</span>
          </label>
        `,
      )}
    </div>`,
  )
}

/** Any of several, as native checkboxes, with one that excludes the others if asked for. */
export function renderCheckboxes(options: CheckboxesOptions): TemplateResult {
  const { choices, values, onToggle, none, onNone } = options
  return renderGroup(
    options,
    html`<div class="choices">
      ${choices.map(({ value, label }) =>
        renderCheckbox({
          label,
          isOn: values.includes(value),
          onToggle: (ticked) => onToggle(value, ticked),
        }),
      )}
      ${
        none && onNone
          ? html`<p class="divider">${none.or}</p>
              ${renderCheckbox({ label: none.label, isOn: none.isOn, onToggle: onNone })}`
          : nothing
      }
    </div>`,
  )
}

interface CheckboxOptions {
  readonly label: string
  readonly isOn: boolean
  readonly onToggle: (isOn: boolean) => void
  readonly id?: string
  readonly describedBy?: string | undefined
  readonly isInvalid?: boolean
}

/** A single native checkbox; the label is the target. */
export function renderCheckbox(options: CheckboxOptions): TemplateResult {
  return html`
    <label class="choice">
      <input
        type="checkbox"
        id=${options.id ?? nothing}
        aria-invalid=${options.isInvalid ? 'true' : nothing}
        aria-describedby=${options.describedBy ?? nothing}
        .checked=${live(options.isOn)}
        @change=${(event: Event) => options.onToggle(isOn(event))}
      />
      <span>${options.label}</span>
    </label>
  `
}
