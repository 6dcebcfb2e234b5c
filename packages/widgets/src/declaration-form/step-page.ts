import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { renderErrorSummary, type SummaryItem } from '../fields/error-summary.js'
import { fillWords } from '../words/catalogue.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import { renderCheckStep } from './check-step.js'
import type { Page } from './draft.js'
import { renderHealthStep } from './health-step.js'
import { renderPeopleStep } from './people-step.js'
import { renderPersonStep } from './person-step.js'
import { renderSessionLine, type SessionLineOptions } from './session-line.js'
import { callPerson, type StepContext } from './step-context.js'
import { renderHeading } from './step-heading.js'

interface StepPageOptions {
  readonly session: SessionLineOptions
  readonly summary: readonly SummaryItem[]
  readonly onGo: (id: string) => void
  readonly onSubmit: (event: SubmitEvent) => void
  readonly previous: Page | undefined
  /** Why the declaration was not taken, when it is not about a field. */
  readonly refusal: string | undefined
  readonly isPending: boolean
  readonly isRestored: boolean
  readonly isKept: boolean
  readonly isDiscarding: boolean
  readonly onAskDiscard: (isDiscarding: boolean) => void
  readonly onDiscard: () => void
  readonly removedName: string | undefined
}

/** One page of the form: way back, progress, what is wrong, the questions, the way on. */
export function renderStepPage(context: StepContext, options: StepPageOptions): TemplateResult {
  const { words, draft } = context
  return html`
    <div class="stack step">
      ${renderSessionLine(words, options.session)} ${renderBack(context, options)}
      ${renderDraftNotices(context, options)}
      ${renderHeading(words, draft.page.name, nameStep(context))}
      ${renderErrorSummary({
        title: words.common.summaryTitle,
        items: options.summary,
        onGo: options.onGo,
      })}
      ${renderUndo(context, options)}
      <form class="stack" novalidate @submit=${options.onSubmit}>
        ${renderQuestions(context)} ${renderSending(context, options)}
        <div class="actions">${renderSubmit(context, options)}</div>
      </form>
    </div>
  `
}

function nameStep(context: StepContext): string {
  const { words, draft } = context
  const { page } = draft
  switch (page.name) {
    case 'person':
      if (page.index === 0) return words.person.titleOwn
      return draft.people[page.index]?.fullName.trim() && draft.isComplete
        ? fillWords(words.person.titleOther, { name: callPerson(context, page.index) })
        : words.person.titleNew
    case 'people':
      return words.people.title
    case 'health':
      return page.index === 0
        ? words.form.stepHealthOwn
        : fillWords(words.form.stepHealth, { name: callPerson(context, page.index) })
    case 'check':
      return words.form.stepCheck
  }
}

function renderQuestions(context: StepContext) {
  const { page } = context.draft
  switch (page.name) {
    case 'person':
      return renderPersonStep(context, page.index)
    case 'people':
      return renderPeopleStep(context)
    case 'health':
      return renderHealthStep(context, page.index)
    case 'check':
      return renderCheckStep(context)
  }
}

function renderBack({ words, goTo }: StepContext, { previous }: StepPageOptions) {
  if (!previous) return nothing
  return html`<div>
    <button type="button" class="link back" @click=${() => goTo(previous)}>
      <span aria-hidden="true">‹&nbsp;</span>${words.common.back}
    </button>
  </div>`
}

function renderDraftNotices({ words }: StepContext, options: StepPageOptions) {
  return html`
    ${options.isKept ? nothing : html`<p class="notice warning" role="alert">${words.form.notKept}</p>`}
    ${options.isRestored ? renderRestored(words, options) : nothing}
  `
}

function renderRestored({ form }: DeclarationFormWords, options: StepPageOptions): TemplateResult {
  const { isDiscarding, onAskDiscard, onDiscard } = options
  if (!isDiscarding) {
    return html`<div class="notice draft-bar" role="status">
      <span>${form.restored}</span>
      <button type="button" class="link discard" @click=${() => onAskDiscard(true)}>${form.discard}</button>
    </div>`
  }
  return html`<div class="notice warning discard-ask" role="alert" tabindex="-1">
    <p>${form.discardAsk}</p>
    <div class="actions">
      <button type="button" class="link" @click=${onDiscard}>${form.discardYes}</button>
      <button type="button" class="link" @click=${() => onAskDiscard(false)}>
        ${form.discardNo}
      </button>
    </div>
  </div>`
}

function renderUndo({ words, undoRemove }: StepContext, { removedName }: StepPageOptions) {
  if (removedName === undefined) return nothing
  return html`<div class="notice draft-bar">
    <span>${fillWords(words.people.removed, { name: removedName })}</span>
    <button type="button" class="link undo" @click=${undoRemove}>${words.people.undo}</button>
  </div>`
}

function renderSending({ words, draft }: StepContext, { refusal, isPending }: StepPageOptions) {
  if (draft.page.name !== 'check' || isPending) return nothing
  if (refusal === undefined && !draft.attempt) return nothing
  return html`<div class="notice danger refusal" role="alert" tabindex="-1">
    ${refusal === undefined ? nothing : html`<p>${refusal}</p>`}
    ${draft.attempt ? html`<p>${words.check.unanswered}</p>` : nothing}
  </div>`
}

function renderSubmit({ words, draft }: StepContext, { isPending }: StepPageOptions) {
  if (draft.page.name !== 'check') return renderActionButton({ label: words.common.next })
  return renderActionButton({
    label: draft.attempt ? words.check.resend : words.check.submit,
    pendingLabel: words.common.sending,
    isPending,
  })
}
