import { addDays } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { renderRadios } from '../fields/choice-field.js'
import { renderSelect } from '../fields/select-field.js'
import { renderTextField } from '../fields/text-field.js'
import { fillWords } from '../words/catalogue.js'
import { ask, toYesNo } from './ask.js'
import { listCountries } from './countries.js'
import type { PersonDraft, VisitDraft } from './draft.js'
import type { StepContext } from './step-context.js'

const blankVisit: VisitDraft = { place: '', from: '', to: '' }
/** As the contract has it. */
const maxVisits = 20

/** Other provinces and countries of the last days: yes or no, then each with its dates. */
export function renderVisits(
  context: StepContext,
  index: number,
  person: PersonDraft,
): TemplateResult {
  const id = `people.${index}.recentPlaces`
  return html`<div class="stack">
    ${renderRadios({
      id,
      label: ask(context, index, 'places'),
      error: context.errorAt(id),
      errorLabel: context.words.common.errorLabel,
      choices: toYesNo(context),
      value: person.hasVisits === undefined ? '' : String(person.hasVisits),
      isInline: true,
      onChoose: (chosen) =>
        context.updatePerson(index, {
          hasVisits: chosen === 'true',
          visits: person.visits.length > 0 ? person.visits : [blankVisit],
        }),
    })}
    ${person.hasVisits ? renderList(context, index, person) : nothing}
  </div>`
}

function renderList(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  const { visits } = person
  const add = () => context.updatePerson(index, { visits: [...visits, blankVisit] })
  return html`
    ${visits.map((visit, at) => renderVisit(context, { index, person, visit, at }))}
    ${
      visits.length < maxVisits
        ? html`<div class="actions">
            ${renderActionButton({
              label: context.words.health.addPlace,
              isSecondary: true,
              onPress: add,
            })}
          </div>`
        : nothing
    }
  `
}

interface VisitFields {
  readonly index: number
  readonly person: PersonDraft
  readonly visit: VisitDraft
  readonly at: number
}

function renderVisit(context: StepContext, fields: VisitFields): TemplateResult {
  const { index, person, at } = fields
  const { health } = context.words
  const number = at + 1
  const remove = () =>
    context.updatePerson(index, { visits: person.visits.filter((_, each) => each !== at) })
  return html`
    <fieldset class="card">
      <legend class="visually-hidden">${fillWords(health.placeTitle, { number })}</legend>
      ${renderPlace(context, fields)}
      <div class="pair">${renderDay(context, fields, 'from')} ${renderDay(context, fields, 'to')}</div>
      ${
        person.visits.length > 1
          ? html`<button type="button" class="link" @click=${remove}>
              ${fillWords(health.removePlace, { number })}
            </button>`
          : nothing
      }
    </fieldset>
  `
}

function change(context: StepContext, { index, person, at }: VisitFields, to: Partial<VisitDraft>) {
  const visits = person.visits.map((visit, each) => (each === at ? { ...visit, ...to } : visit))
  context.updatePerson(index, { visits })
}

function renderPlace(context: StepContext, fields: VisitFields): TemplateResult {
  const { words, places, config, language } = context
  const id = `people.${fields.index}.recentPlaces.${fields.at}.code`
  const provinces = places.list
    .filter(({ code }) => code !== config.provinceCode)
    .map(({ code, name }) => ({ value: `province ${code}`, label: name }))
  const countries = listCountries(language)
    .filter(({ value }) => value !== 'VN')
    .map(({ value, label }) => ({ value: `country ${value}`, label }))
  return renderSelect({
    id,
    label: words.health.place,
    error: context.errorAt(id),
    errorLabel: words.common.errorLabel,
    value: fields.visit.place,
    emptyLabel: words.common.choose,
    groups: [
      { label: words.health.provinces, choices: provinces },
      { label: words.health.countries, choices: countries },
    ],
    onChoose: (place) => change(context, fields, { place }),
  })
}

function renderDay(context: StepContext, fields: VisitFields, name: 'from' | 'to'): TemplateResult {
  const { words, today, config } = context
  const id = `people.${fields.index}.recentPlaces.${fields.at}.${name}`
  return renderTextField({
    id,
    label: words.health[name],
    error: context.errorAt(id),
    errorLabel: words.common.errorLabel,
    type: 'date',
    value: fields.visit[name],
    max: today,
    ...(name === 'to' && { min: addDays(today, -config.limits.lookBackDays) }),
    onInput: (text) => change(context, fields, { [name]: text }),
  })
}
