import { html, nothing, type TemplateResult } from 'lit'
import { renderBirthField } from '../fields/birth-field.js'
import { renderCheckbox, renderRadios } from '../fields/choice-field.js'
import { renderSelect } from '../fields/select-field.js'
import { renderTextField } from '../fields/text-field.js'
import { fillWords } from '../words/catalogue.js'
import { renderAddress } from './address-fields.js'
import { listCountries } from './countries.js'
import type { PersonDraft } from './draft.js'
import { type Cautions, findCautions } from './find-cautions.js'
import type { StepContext } from './step-context.js'

interface PersonFields {
  readonly context: StepContext
  readonly index: number
  readonly person: PersonDraft
  readonly cautions: Cautions
}

/** Everything about one person but their health. */
export function renderPersonStep(context: StepContext, index: number) {
  const person = context.draft.people[index]
  if (!person) return nothing
  const fields = { context, index, person, cautions: findCautions(person, context.nowMs) }
  return html`
    ${index === 0 ? nothing : renderRelation(fields)} ${renderName(fields)}
    ${renderIdentity(fields)} ${renderBirth(fields)} ${renderGender(fields)}
    ${renderNationality(fields)} ${renderReach(fields)} ${renderInsurance(fields)}
    ${renderAddress(context, index, person)}
  `
}

/** Id, label and error of a field, by its path in the contract. */
function describe({ context, index }: PersonFields, path: string, label: string) {
  const id = `people.${index}.${path}`
  return { id, label, error: context.errorAt(id), errorLabel: context.words.common.errorLabel }
}

function renderRelation(fields: PersonFields): TemplateResult {
  const { context, index, person } = fields
  const { relations, person: words } = context.words
  const choices = (['child', 'parent', 'spouse', 'sibling', 'grandparent', 'other'] as const).map(
    (value) => ({ value, label: relations[value] }),
  )
  return renderSelect({
    ...describe(fields, 'relation', words.relation),
    value: person.relation,
    choices,
    emptyLabel: context.words.common.choose,
    onChoose: (relation) => context.updatePerson(index, { relation }),
  })
}

function renderName(fields: PersonFields): TemplateResult {
  const { context, index, person } = fields
  const { person: words } = context.words
  return renderTextField({
    ...describe(fields, 'person.fullName', words.fullName),
    hint: words.fullNameHint,
    value: person.fullName,
    autocomplete: index === 0 ? 'name' : 'off',
    autocapitalize: 'words',
    isRequired: true,
    onInput: (fullName) => context.updatePerson(index, { fullName }),
  })
}

// No maxlength: a reader types a whole CCCD QR into this box.
function renderIdentity(fields: PersonFields): TemplateResult {
  const { context, index, person, cautions } = fields
  const { person: words, caution } = context.words
  return renderTextField({
    ...describe(fields, 'person.identityDocument.number', words.identity),
    hint: words.identityHint,
    caution:
      (cautions.isOldForZeros && caution.child) ||
      (cautions.isCardUnread && words.cardUnread) ||
      undefined,
    value: person.idNumber,
    autocapitalize: 'characters',
    isRequired: true,
    hasDigits: true,
    onInput: (idNumber) => context.updatePerson(index, { idNumber }),
    onChange: (text) => context.fillFromCard(index, text),
  })
}

function renderBirth(fields: PersonFields): TemplateResult {
  const { context, index, person, cautions } = fields
  const { person: words, caution } = context.words
  const { birthYear: year } = cautions
  return renderBirthField({
    ...describe(fields, 'person.bornOn', words.birth),
    hint: words.birthHint,
    caution: year === undefined ? undefined : fillWords(caution.birthYear, { year }),
    value: person,
    labels: words,
    isOwn: index === 0,
    onInput: (part, text) => context.updatePerson(index, { [part]: text }),
  })
}

function renderGender(fields: PersonFields): TemplateResult {
  const { context, index, person, cautions } = fields
  const { genders, person: words, caution } = context.words
  return renderRadios({
    ...describe(fields, 'person.gender', words.gender),
    caution: cautions.isOtherGender ? caution.gender : undefined,
    choices: (['male', 'female', 'other'] as const).map((value) => ({
      value,
      label: genders[value],
    })),
    value: person.gender,
    isInline: true,
    onChoose: (gender) => context.updatePerson(index, { gender }),
  })
}

function renderNationality(fields: PersonFields): TemplateResult {
  const { context, index, person } = fields
  return renderSelect({
    ...describe(fields, 'person.nationality', context.words.person.nationality),
    value: person.nationality,
    choices: listCountries(context.language),
    emptyLabel: context.words.common.choose,
    onChoose: (nationality) => context.updatePerson(index, { nationality }),
  })
}

function renderReach(fields: PersonFields): TemplateResult {
  const { context, index, person } = fields
  const { person: words, common } = context.words
  const isOwn = index === 0
  return html`<div class="pair">
    ${renderTextField({
      ...describe(fields, 'person.phone', words.phone),
      optional: common.optional,
      value: person.phone,
      type: 'tel',
      inputMode: 'tel',
      autocomplete: isOwn ? 'tel' : 'off',
      hasDigits: true,
      onInput: (phone) => context.updatePerson(index, { phone }),
    })}
    ${renderTextField({
      ...describe(fields, 'person.email', words.email),
      optional: common.optional,
      value: person.email,
      type: 'email',
      inputMode: 'email',
      autocomplete: isOwn ? 'email' : 'off',
      autocapitalize: 'none',
      onInput: (email) => context.updatePerson(index, { email }),
    })}
  </div>`
}

function renderInsurance(fields: PersonFields): TemplateResult {
  const { context, index, person } = fields
  const { person: words } = context.words
  return html`<div class="stack-tight">
    ${renderCheckbox({
      label: words.hasInsurance,
      isOn: person.hasInsurance,
      onToggle: (hasInsurance) => context.updatePerson(index, { hasInsurance }),
    })}
    ${
      person.hasInsurance
        ? renderTextField({
            ...describe(fields, 'person.insuranceNumber', words.insuranceNumber),
            hint: words.insuranceHint,
            value: person.insuranceNumber,
            autocapitalize: 'characters',
            hasDigits: true,
            onInput: (insuranceNumber) => context.updatePerson(index, { insuranceNumber }),
          })
        : nothing
    }
  </div>`
}
