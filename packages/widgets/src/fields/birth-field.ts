import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { type FieldOptions, renderGroup } from './field.js'

interface BirthParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

interface BirthFieldOptions extends FieldOptions {
  readonly value: BirthParts
  readonly labels: BirthParts
  /** Whether the browser may offer the person's own birthday. */
  readonly isOwn: boolean
  readonly onInput: (part: keyof BirthParts, text: string) => void
}

/** Day, month and year in boxes of their own; the year alone is an answer. */
export function renderBirthField(options: BirthFieldOptions): TemplateResult {
  const parts = ['day', 'month', 'year'] as const
  return renderGroup(
    options,
    html`<div class="parts">${parts.map((part) => renderPart(options, part))}</div>`,
  )
}

function renderPart(options: BirthFieldOptions, part: keyof BirthParts): TemplateResult {
  const id = `${options.id}.${part}`
  return html`
    <div class="part ${part === 'year' ? 'wide' : ''}">
      <label for=${id}>${options.labels[part]}</label>
      <input
        id=${id}
        class="number"
        part="input"
        inputmode="numeric"
        autocomplete=${options.isOwn ? `bday-${part}` : 'off'}
        aria-invalid=${options.error ? 'true' : nothing}
        .value=${live(options.value[part])}
        @input=${(event: Event) => options.onInput(part, (event.target as HTMLInputElement).value)}
      />
    </div>
  `
}
