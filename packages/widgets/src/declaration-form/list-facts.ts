import { fillWords } from '../words/catalogue.js'
import { sayDate } from '../words/say-instant.js'
import { nameCountry } from './countries.js'
import type { PersonDraft, VisitDraft } from './draft.js'
import type { StepContext } from './step-context.js'

export interface Fact {
  readonly label: string
  readonly value: string
}

/** Who somebody is, as typed; what was left out is not listed. */
export function listPersonFacts(
  context: StepContext,
  index: number,
  person: PersonDraft,
): readonly Fact[] {
  const { words, language } = context
  const { person: labels, genders, relations } = words
  return keepAnswered([
    { label: labels.relation, value: index === 0 ? '' : pick(relations, person.relation) },
    { label: labels.identity, value: person.idNumber.trim() },
    { label: labels.birth, value: nameBirth(person) },
    { label: labels.gender, value: pick(genders, person.gender) },
    { label: labels.nationality, value: nameCountry(person.nationality, language) },
    { label: labels.phone, value: person.phone.trim() },
    { label: labels.email, value: person.email.trim() },
    { label: labels.insuranceNumber, value: person.hasInsurance ? person.insuranceNumber : '' },
    { label: labels.address, value: nameAddress(context, person) },
  ])
}

/** How somebody is; each question has an answer, "none" included. */
export function listHealthFacts(context: StepContext, person: PersonDraft): readonly Fact[] {
  const { words, config, language } = context
  const { check, health } = words
  const days = config.limits.lookBackDays
  const met = config.contacts.filter(({ value }) => person.contacts[value])
  const nameAll = (options: typeof config.symptoms, values: readonly string[]) =>
    options.filter(({ value }) => values.includes(value)).map(({ label }) => label[language])
  const symptoms = nameAll(config.symptoms, person.symptoms)
  const visits = person.hasVisits ? person.visits.map((visit) => nameVisit(context, visit)) : []
  return keepAnswered([
    {
      label: fillWords(check.symptoms, { days }),
      value: symptoms.join(', ') || health.noSymptoms,
    },
    {
      label: fillWords(check.contacts, { days }),
      value: met.map(({ label }) => label[language]).join('; ') || check.noContacts,
    },
    { label: fillWords(check.places, { days }), value: visits.join('; ') || check.noPlaces },
    { label: check.conditions, value: nameAll(config.conditions, person.conditions).join(', ') },
    { label: health.isPregnant, value: isPregnant(person) ? words.common.yes : '' },
  ])
}

const keepAnswered = (facts: readonly Fact[]) => facts.filter(({ value }) => value !== '')

const pick = (names: Readonly<Record<string, string>>, value: string) => names[value] ?? ''

const isPregnant = ({ gender, isPregnant }: PersonDraft) => gender !== 'male' && isPregnant

function nameBirth({ day, month, year }: PersonDraft): string {
  return [day, month, year].filter(Boolean).join('/')
}

function nameAddress({ draft, places }: StepContext, person: PersonDraft): string {
  const { provinceCode, districtCode, wardCode, hamlet, street } =
    (person.isSameAddress && draft.people[0]) || person
  const province = places.find(provinceCode)
  const district = province?.districts.find(({ code }) => code === districtCode)?.name
  const ward = province?.wards.find(({ code }) => code === wardCode)?.name
  const parts = [street.trim(), hamlet.trim(), ward, district, places.nameOf(provinceCode)]
  return parts.filter(Boolean).join(', ')
}

function nameVisit({ places, language }: StepContext, { place, from, to }: VisitDraft): string {
  const [level, code = ''] = place.split(' ')
  const name = level === 'country' ? nameCountry(code, language) : places.nameOf(code)
  return `${name} (${sayDate(from)} – ${sayDate(to)})`
}
