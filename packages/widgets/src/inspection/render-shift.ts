import type { Config } from '@kbyt/sdk'
import type { OfficerDefaults } from '@kbyt/sdk/inspection'
import type { Language } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { renderSelect } from '../fields/select-field.js'
import type { InspectionWords } from '../words/inspection.vi.js'

export interface ShiftOptions {
  readonly words: InspectionWords
  readonly language: Language
  readonly config: Config
  readonly chosen: Partial<OfficerDefaults>
  readonly isPending: boolean
  readonly refusal: string | undefined
  /** Whether the last try left something open. */
  readonly isChecked: boolean
  readonly onChoose: (part: Partial<OfficerDefaults>) => void
  readonly onSave: () => void
  /** Back to the desk without a change; absent when nothing was chosen yet. */
  readonly onCancel: (() => void) | undefined
}

/** Post and reason, asked once a shift (dispatch 391, III). */
export function renderShift(options: ShiftOptions): TemplateResult {
  const { words, language, config, chosen, refusal, isChecked, onChoose } = options
  const { shift, common } = words
  const save = (event: Event) => {
    event.preventDefault()
    options.onSave()
  }
  return html`<form class="stack shift" novalidate @submit=${save}>
    <h3>${shift.title}</h3>
    <p>${shift.why}</p>
    ${refusal ? html`<p class="notice danger" role="alert">${refusal}</p>` : nothing}
    ${renderSelect({
      id: 'post',
      label: shift.post,
      value: chosen.post ?? '',
      emptyLabel: common.choose,
      error: isChecked && !chosen.post ? shift.postMissing : undefined,
      errorLabel: common.errorLabel,
      choices: config.posts.map(({ code, name }) => ({ value: code, label: name[language] })),
      onChoose: (post) => onChoose({ post }),
    })}
    ${renderSelect({
      id: 'reason',
      label: shift.reason,
      value: chosen.reason ?? '',
      emptyLabel: common.choose,
      error: isChecked && !chosen.reason ? shift.reasonMissing : undefined,
      errorLabel: common.errorLabel,
      choices: config.inspectionReasons.map(({ value, label }) => ({
        value,
        label: label[language],
      })),
      onChoose: (reason) => onChoose({ reason }),
    })}
    <div class="actions">
      ${renderActionButton({ label: shift.save, isPending: options.isPending })}
      ${
        options.onCancel
          ? renderActionButton({
              label: common.cancel,
              isSecondary: true,
              onPress: options.onCancel,
            })
          : nothing
      }
    </div>
  </form>`
}

/** The chosen post and reason as one quiet line with a way to change them. */
export function renderShiftLine(
  { words, language, config }: Pick<ShiftOptions, 'words' | 'language' | 'config'>,
  defaults: OfficerDefaults,
  onChange: () => void,
): TemplateResult {
  const post = config.posts.find(({ code }) => code === defaults.post)?.name[language]
  const reason = config.inspectionReasons.find(({ value }) => value === defaults.reason)
  return html`<p class="shift-line">
    <span>${post ?? defaults.post} · ${reason?.label[language] ?? defaults.reason}</span>
    <button type="button" class="link" aria-label=${words.shift.changeLong} @click=${onChange}>
      ${words.shift.change}
    </button>
  </p>`
}
