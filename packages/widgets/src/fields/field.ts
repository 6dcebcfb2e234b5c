import { html, nothing, type TemplateResult } from 'lit'

/** What every field has around its control. `id` is also where an error summary links to. */
export interface FieldOptions {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Something odd that does not stop anybody. */
  readonly caution?: string | undefined
  /** Shown after the label, as "(không bắt buộc)". */
  readonly optional?: string | undefined
  readonly errorLabel?: string | undefined
}

/** The ids of a field's hint, caution and error, for `aria-describedby`. */
export function describeField({ id, hint, error, caution }: FieldOptions): string | typeof nothing {
  const ids = [hint && `${id}-hint`, caution && `${id}-caution`, error && `${id}-error`]
  return ids.filter(Boolean).join(' ') || nothing
}

/** Hint, caution and error, in the order they are read before the control. */
function renderFieldNotes(options: FieldOptions): TemplateResult {
  const { id, hint, error, errorLabel, caution } = options
  return html`
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${caution ? html`<p class="caution" id=${`${id}-caution`}>${caution}</p>` : nothing}
    ${
      error
        ? html`<p class="error" id=${`${id}-error`}>
            <span class="visually-hidden">${errorLabel} </span>${error}
          </p>`
        : nothing
    }
  `
}

function renderLabelText({ label, optional }: FieldOptions): TemplateResult {
  return html`${label}${optional ? html` <span class="optional">(${optional})</span>` : nothing}`
}

/** Label, notes and one control in a column. */
export function renderField(options: FieldOptions, control: unknown): TemplateResult {
  return html`
    <div class="field ${options.error ? 'invalid' : ''}">
      <label for=${options.id}>${renderLabelText(options)}</label>
      ${renderFieldNotes(options)} ${control}
    </div>
  `
}

/** Legend, notes and several controls; the group itself carries the id. */
export function renderGroup(options: FieldOptions, controls: unknown): TemplateResult {
  return html`
    <fieldset
      id=${options.id}
      class="field ${options.error ? 'invalid' : ''}"
      aria-describedby=${describeField(options)}
    >
      <legend>${renderLabelText(options)}</legend>
      ${renderFieldNotes(options)} ${controls}
    </fieldset>
  `
}
