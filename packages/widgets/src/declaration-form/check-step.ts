import { html, nothing, type TemplateResult } from 'lit'
import { renderCheckbox } from '../fields/choice-field.js'
import { fillWords } from '../words/catalogue.js'
import { renderLink } from './link-button.js'
import { type Fact, listHealthFacts, listPersonFacts } from './list-facts.js'
import { callPerson, type StepContext } from './step-context.js'

/** All answers to read once more, the consents, the warning of the law. */
export function renderCheckStep(context: StepContext): TemplateResult {
  const { words, draft } = context
  return html`
    <p>${words.check.intro}</p>
    ${draft.people.map((_, index) => renderPerson(context, index))}
    <p>
      <button type="button" class="link" @click=${() => context.goTo({ name: 'people' })}>
        ${words.check.people}
      </button>
    </p>
    ${renderConsents(context)}
    <p class="notice warning">${words.check.warning}</p>
  `
}

function renderPerson(context: StepContext, index: number) {
  const { words, draft } = context
  const person = draft.people[index]
  if (!person) return nothing
  const name = callPerson(context, index)
  return html`
    <section class="card">
      <h3>${name}</h3>
      ${renderFacts(words.check.personal, listPersonFacts(context, index, person), () =>
        renderLink(words.common.change, fillWords(words.check.changePersonal, { name }), () =>
          context.goTo({ name: 'person', index }),
        ),
      )}
      ${renderFacts(words.check.health, listHealthFacts(context, person), () =>
        renderLink(words.common.change, fillWords(words.check.changeHealth, { name }), () =>
          context.goTo({ name: 'health', index }),
        ),
      )}
    </section>
  `
}

function renderFacts(title: string, facts: readonly Fact[], renderChange: () => TemplateResult) {
  return html`
    <div class="part-title">
      <h4>${title}</h4>
      ${renderChange()}
    </div>
    <dl class="facts">
      ${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>
  `
}

// Law 91/2025: a box per purpose, none ticked beforehand, the text itself as the label.
function renderConsents(context: StepContext): TemplateResult {
  const { words, config } = context
  return html`
    <fieldset class="group">
      <legend>${words.check.consents}</legend>
      ${config.consents.map(({ purpose, text }) => renderConsent(context, purpose, text))}
    </fieldset>
  `
}

function renderConsent(
  context: StepContext,
  purpose: string,
  text: { readonly vi: string; readonly en: string },
): TemplateResult {
  const id = `consents.${purpose}`
  const error = context.errorAt(id)
  return html`<div class="field ${error ? 'invalid' : ''}">
    ${error ? html`<p class="error" id=${`${id}-error`}>${error}</p>` : nothing}
    ${renderCheckbox({
      id,
      label: text[context.language],
      isOn: context.draft.consents.includes(purpose),
      isInvalid: error !== undefined,
      describedBy: error ? `${id}-error` : undefined,
      onToggle: (isOn) => context.toggleConsent(purpose, isOn),
    })}
  </div>`
}
