import { html, nothing, type TemplateResult } from 'lit'
import { renderCheckbox, renderCheckboxes, renderRadios } from '../fields/choice-field.js'
import { ask, toYesNo } from './ask.js'
import type { PersonDraft } from './draft.js'
import type { StepContext } from './step-context.js'
import { renderVisits } from './visit-fields.js'

/** How one person is and where they have been. */
export function renderHealthStep(context: StepContext, index: number) {
  const person = context.draft.people[index]
  if (!person) return nothing
  return html`
    ${renderSymptoms(context, index, person)} ${renderContacts(context, index, person)}
    ${renderVisits(context, index, person)} ${renderConditions(context, index, person)}
    ${renderPregnancy(context, index, person)}
  `
}

const toggle = (values: readonly string[], value: string, isOn: boolean) =>
  isOn ? [...values, value] : values.filter((each) => each !== value)

function renderSymptoms(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  const { config, language, words } = context
  const id = `people.${index}.health.symptoms`
  return renderCheckboxes({
    id,
    label: ask(context, index, 'symptoms'),
    error: context.errorAt(id),
    errorLabel: words.common.errorLabel,
    choices: config.symptoms.map(({ value, label }) => ({ value, label: label[language] })),
    values: person.symptoms,
    onToggle: (value, isOn) =>
      context.updatePerson(index, {
        symptoms: toggle(person.symptoms, value, isOn),
        hasNoSymptoms: false,
      }),
    none: { label: words.health.noSymptoms, or: words.health.or, isOn: person.hasNoSymptoms },
    onNone: (hasNoSymptoms) => context.updatePerson(index, { hasNoSymptoms, symptoms: [] }),
  })
}

function renderContacts(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  return html`
    <fieldset class="group">
      <legend>${ask(context, index, 'contacts')}</legend>
      ${context.config.contacts.map(({ value, label }) =>
        renderContact(context, index, person, { value, label: label[context.language] }),
      )}
    </fieldset>
  `
}

function renderContact(
  context: StepContext,
  index: number,
  person: PersonDraft,
  { value, label }: { value: string; label: string },
): TemplateResult {
  const { words } = context
  const id = `people.${index}.health.contacts.${value}`
  const answer = person.contacts[value]
  return renderRadios({
    id,
    label,
    error: context.errorAt(id),
    errorLabel: words.common.errorLabel,
    choices: toYesNo(context),
    value: answer === undefined ? '' : String(answer),
    isInline: true,
    onChoose: (chosen) =>
      context.updatePerson(index, {
        contacts: { ...person.contacts, [value]: chosen === 'true' },
      }),
  })
}

function renderConditions(context: StepContext, index: number, person: PersonDraft) {
  const { config, language, words } = context
  if (config.conditions.length === 0) return nothing
  const id = `people.${index}.health.conditions`
  return renderCheckboxes({
    id,
    label: ask(context, index, 'conditions'),
    optional: words.common.optional,
    error: context.errorAt(id),
    errorLabel: words.common.errorLabel,
    choices: config.conditions.map(({ value, label }) => ({ value, label: label[language] })),
    values: person.conditions,
    onToggle: (value, isOn) =>
      context.updatePerson(index, { conditions: toggle(person.conditions, value, isOn) }),
  })
}

function renderPregnancy(context: StepContext, index: number, person: PersonDraft) {
  if (person.gender !== 'female' && person.gender !== 'other') return nothing
  return renderCheckbox({
    label: context.words.health.isPregnant,
    isOn: person.isPregnant,
    onToggle: (isPregnant) => context.updatePerson(index, { isPregnant }),
  })
}
