import type { Config } from '@kbyt/sdk'
import type { Registration } from '@kbyt/sdk/inspection'
import { type ConfigOption, type Language, toNationalPhone } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { InspectionWords } from '../words/inspection.vi.js'
import { sayAgo, sayDate, sayInstant } from '../words/say-instant.js'
import { sayWord } from '../words/say-word.js'
import type { PlaceNames } from './place-names.js'

export interface ResultContext {
  readonly words: InspectionWords
  readonly language: Language
  readonly config: Config
  readonly places: PlaceNames
  /** The server's clock at the look-up: ages do not depend on this machine's. */
  readonly inspectedAt: string
}

/** A registration to be read at arm's length: who first, what matters next, the rest below. */
export function renderRegistration(found: Registration, context: ResultContext): TemplateResult {
  const { person } = found
  const { identityDocument } = person
  const { words } = context
  return html`<article class="person card" part="registration">
    ${renderState(found, context)}
    <h3 class="who">${person.fullName}</h3>
    <p class="key">
      <span>${words.result.birthYear} <strong>${person.bornOn.slice(0, 4)}</strong></span>
      <span>${sayWord(words.genders, person.gender)}</span>
      <span>
        ${sayWord(words.documents, identityDocument.type)}
        ${identityDocument.type === 'child' ? nothing : html`<strong class="number">${identityDocument.number}</strong>`}
      </span>
    </p>
    <div class="alerts">${renderAlert('symptoms', found, context)}${renderAlert('contacts', found, context)}</div>
    <dl class="facts">${toFacts(found, context).map(renderFact)}</dl>
  </article>`
}

function renderState({ passState }: Registration, { words }: ResultContext): TemplateResult {
  const tone = passState === 'valid' ? 'success' : 'danger'
  const sign = passState === 'valid' ? '✓' : '✕'
  return html`<p class="notice ${tone} state">
    <strong><span aria-hidden="true">${sign}</span> ${words.result[passState]}</strong>
  </p>`
}

/** Says it in words and with a sign: colour alone is no message. */
function renderAlert(
  topic: 'symptoms' | 'contacts',
  { health }: Registration,
  { words: { result }, language, config }: ResultContext,
): TemplateResult {
  const values =
    topic === 'symptoms'
      ? health.symptoms
      : Object.keys(health.contacts).filter((value) => health.contacts[value])
  const none = topic === 'symptoms' ? result.noSymptoms : result.noContacts
  if (values.length === 0) return html`<p><span aria-hidden="true">✓</span> ${none}</p>`
  const list = toLabels(values, config[topic], language)
  return html`<p class="notice danger alert">
    <strong><span aria-hidden="true">⚠</span> ${fillWords(result[topic], { list })}</strong>
  </p>`
}

function toLabels(
  values: readonly string[],
  options: readonly ConfigOption[],
  language: Language,
): string {
  const labels = values.map(
    (value) => options.find((option) => option.value === value)?.label[language] ?? value,
  )
  return labels.join(', ')
}

type Fact = readonly [label: string, content: unknown]

function renderFact([label, content]: Fact): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${content}</dd></div>`
}

function toFacts(found: Registration, context: ResultContext): Fact[] {
  const { person, declaredAt, validUntil, relation } = found
  const { words, language, places, inspectedAt } = context
  const { result } = words
  const declared = `${sayAgo(declaredAt, Date.parse(inspectedAt), language)} (${sayInstant(declaredAt, language)})`
  return [
    [result.declaredAt, declared],
    [result.validUntil, sayInstant(validUntil, language)],
    [result.address, places.toLine(person.address)],
    [result.recentPlaces, renderRecentPlaces(found, context)],
    [result.declarerPhone, renderPhone(found.declarerPhone) ?? result.noPhone],
    [result.relation, sayWord(words.relations, relation)],
    ...toOptionalFacts(found, context),
  ]
}

function toOptionalFacts({ person, health }: Registration, context: ResultContext): Fact[] {
  const { words, language, config } = context
  const { result } = words
  const conditions = toLabels(health.conditions ?? [], config.conditions, language)
  const facts: Fact[] = []
  if (person.phone) facts.push([result.phone, renderPhone(person.phone)])
  if (person.nationality !== 'VN') {
    facts.push([result.nationality, sayCountry(person.nationality, language)])
  }
  if (conditions) facts.push([result.conditions, conditions])
  if (health.isPregnant) facts.push([result.pregnant, words.common.yes])
  return facts
}

function renderPhone(phone: string | undefined): TemplateResult | undefined {
  return phone === undefined
    ? undefined
    : html`<a class="number" href=${`tel:${phone}`}>${toNationalPhone(phone)}</a>`
}

function renderRecentPlaces(
  { recentPlaces }: Registration,
  { words, language, places }: ResultContext,
): TemplateResult | string {
  if (recentPlaces.length === 0) return words.result.nowhere
  return html`<ul class="places">
    ${recentPlaces.map(({ level, code, from, to }) => {
      const name = level === 'country' ? sayCountry(code, language) : places.get(code)
      return html`<li>${name} (${sayDate(from)} – ${sayDate(to)})</li>`
    })}
  </ul>`
}

function sayCountry(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}
