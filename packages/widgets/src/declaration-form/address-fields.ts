import type { Province } from '@kbyt/sdk'
import { hasWards } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { renderCheckbox } from '../fields/choice-field.js'
import { renderSelect } from '../fields/select-field.js'
import { renderTextField } from '../fields/text-field.js'
import type { PersonDraft } from './draft.js'
import type { StepContext } from './step-context.js'

const toChoice = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })

/** Where a person lives now, down to the hamlet; a relative may live with the declarer. */
export function renderAddress(
  context: StepContext,
  index: number,
  person: PersonDraft,
): TemplateResult {
  const { person: words } = context.words
  const shared = renderCheckbox({
    label: words.sameAddress,
    isOn: person.isSameAddress,
    onToggle: (isSameAddress) => context.updatePerson(index, { isSameAddress }),
  })
  return html`
    <fieldset class="group">
      <legend>${words.address}</legend>
      ${index === 0 ? nothing : shared}
      ${index > 0 && person.isSameAddress ? nothing : renderUnits(context, index, person)}
    </fieldset>
  `
}

function renderUnits(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  const province = context.places.find(person.provinceCode)
  const ward =
    !province || hasWards(province, person.districtCode)
      ? renderWard(context, index, person)
      : nothing
  return html`
    ${context.places.hasFailed ? renderFailure(context) : nothing}
    ${renderProvince(context, index, person)}
    ${
      province?.districts.length || !province
        ? html`<div class="pair">${renderDistrict(context, index, person)} ${ward}</div>`
        : ward
    }
    <div class="pair">
      ${renderLine(context, index, person, 'hamlet')} ${renderLine(context, index, person, 'street')}
    </div>
  `
}

function renderFailure({ words, places }: StepContext): TemplateResult {
  return html`<div class="notice danger" role="alert">
    <p>
      ${words.person.placesFailed}
      <button type="button" class="link" @click=${() => places.retry()}>${words.common.retry}</button>
    </p>
  </div>`
}

function describe({ errorAt, words }: StepContext, index: number, name: string, label: string) {
  const id = `people.${index}.person.address.${name}`
  return { id, label, error: errorAt(id), errorLabel: words.common.errorLabel }
}

function renderProvince(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  const { words, places } = context
  return renderSelect({
    ...describe(context, index, 'provinceCode', words.person.province),
    value: person.provinceCode,
    choices: places.list.map(toChoice),
    emptyLabel: places.list.length > 0 ? words.common.choose : words.common.loading,
    onChoose: (provinceCode) =>
      context.updatePerson(index, { provinceCode, districtCode: '', wardCode: '' }),
  })
}

function renderDistrict(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  const { words, places } = context
  return renderSelect({
    ...describe(context, index, 'districtCode', words.person.district),
    value: person.districtCode,
    choices: places.find(person.provinceCode)?.districts.map(toChoice) ?? [],
    emptyLabel: words.common.choose,
    onChoose: (districtCode) => context.updatePerson(index, { districtCode, wardCode: '' }),
  })
}

function renderWard(context: StepContext, index: number, person: PersonDraft): TemplateResult {
  const { words, places } = context
  const province = places.find(person.provinceCode)
  const isLoading = person.provinceCode !== '' && !province && !places.hasFailed
  return renderSelect({
    ...describe(context, index, 'wardCode', words.person.ward),
    value: person.wardCode,
    emptyLabel: isLoading ? words.common.loading : words.common.choose,
    ...listWards(province, person.districtCode),
    onChoose: (wardCode) => {
      const ward = province?.wards.find(({ code }) => code === wardCode)
      context.updatePerson(index, {
        wardCode,
        districtCode: ward?.districtCode ?? person.districtCode,
      })
    },
  })
}

/** The wards of the chosen district, or all of the province under their districts. */
function listWards(province: Province | undefined, districtCode: string) {
  if (!province) return {}
  const inDistrict = (code: string) =>
    province.wards.filter((ward) => ward.districtCode === code).map(toChoice)
  if (province.districts.length === 0) return { choices: province.wards.map(toChoice) }
  if (districtCode !== '') return { choices: inDistrict(districtCode) }
  const groups = province.districts.map(({ code, name }) => ({
    label: name,
    choices: inDistrict(code),
  }))
  return { groups }
}

function renderLine(
  context: StepContext,
  index: number,
  person: PersonDraft,
  name: 'hamlet' | 'street',
): TemplateResult {
  const { words, config, hamlets } = context
  const isRequired = name === 'hamlet' && person.provinceCode === config.provinceCode
  return renderTextField({
    ...describe(context, index, name, words.person[name]),
    optional: isRequired ? undefined : words.common.optional,
    value: person[name],
    autocomplete: name === 'street' && index === 0 ? 'street-address' : 'off',
    autocapitalize: 'sentences',
    isRequired,
    ...(name === 'hamlet' && { suggestions: hamlets.find(person.wardCode) }),
    onInput: (text) => context.updatePerson(index, { [name]: text }),
  })
}
