import type { InputIssue } from '../errors.js'
import { addDays, toBirthYear, toCalendarDate, youngestAge } from './calendar-date.js'
import type { Config, ConfigOption } from './config.js'
import type { Consent, Declaration, DeclaredPerson, RecentPlace } from './declaration.js'
import { toDocumentKey } from './identity-document.js'
import type { ReportIssue } from './issue.js'
import { checkJourney } from './journey-rules.js'
import type { Person } from './person.js'

/** From this age the nine zeros are refused; from {@link childWarningAge} they deserve a question. */
export const childRefusalAge = 16
/** From this age the nine zeros deserve a question. */
export const childWarningAge = 14

/**
 * The rules a schema cannot state, because they need the portal's configuration or today's date.
 * The form asks before sending, the server before storing; both get the same codes and paths.
 * Empty when all is well.
 *
 * @param nowMs - The instant of declaring, milliseconds since 1970.
 */
export function checkDeclaration(
  declaration: Declaration,
  config: Config,
  nowMs: number,
): InputIssue[] {
  const issues: InputIssue[] = []
  const today = toCalendarDate(nowMs)
  declaration.people.forEach((declared, index) => {
    const report: ReportIssue = (path, code) =>
      issues.push({ path: `people.${index}.${path}`, code })
    checkDeclaredPerson(declared, config, today, report)
  })
  const report: ReportIssue = (path, code) => issues.push({ path, code })
  issues.push(...checkPost(declaration.post, config))
  checkPeople(declaration.people, config, report)
  checkConsents(declaration.consents, config, report)
  if (declaration.kind === 'entry') {
    checkJourney(declaration.journey, config, nowMs, (path, code) =>
      report(`journey.${path}`, code),
    )
  }
  return issues
}

/** Whether the portal has the post that was named. */
export function checkPost(post: string | undefined, { posts }: Config): InputIssue[] {
  const isKnown = post === undefined || posts.some(({ code }) => code === post)
  return isKnown ? [] : [{ path: 'post', code: 'post_unknown' }]
}

/** The rules for one person; the form asks them at the end of that person's page. */
export function checkDeclaredPerson(
  { person, health, recentPlaces }: DeclaredPerson,
  config: Config,
  today: string,
  report: ReportIssue,
): void {
  checkPerson(person, config, today, report)
  checkOptions(health.symptoms, config.symptoms, 'health.symptoms', report)
  checkOptions(health.conditions ?? [], config.conditions, 'health.conditions', report)
  checkOptions(Object.keys(health.contacts), config.contacts, 'health.contacts', report)
  for (const { value } of config.contacts) {
    if (!Object.hasOwn(health.contacts, value)) report(`health.contacts.${value}`, 'answer_missing')
  }
  recentPlaces.forEach((place, index) => {
    checkRecentPlace(place, config, today, (path, code) =>
      report(`recentPlaces.${index}.${path}`, code),
    )
  })
}

/** The rules for who somebody is, without how they are. */
export function checkPerson(
  { identityDocument, bornOn, address }: Person,
  config: Config,
  today: string,
  report: ReportIssue,
): void {
  checkBirth(bornOn, today, report)
  checkChildPlaceholder(identityDocument.type, bornOn, today, report)
  checkAddress(address, config, report)
}

function checkBirth(bornOn: string, today: string, report: ReportIssue): void {
  const isFuture = bornOn.length === 4 ? toBirthYear(bornOn) > toBirthYear(today) : bornOn > today
  if (isFuture) report('person.bornOn', 'birth_date_future')
}

// dispatch 391, I.4.b: nine zeros are for children without papers
function checkChildPlaceholder(
  type: string,
  bornOn: string,
  today: string,
  report: ReportIssue,
): void {
  if (type === 'child' && youngestAge(bornOn, today) >= childRefusalAge) {
    report('person.identityDocument.number', 'document_placeholder_adult')
  }
}

function checkAddress(
  address: DeclaredPerson['person']['address'],
  { provinceCode, placesVersion }: Config,
  report: ReportIssue,
): void {
  if (address.placesVersion !== placesVersion) report('person.address.wardCode', 'place_unknown')
  if (address.provinceCode === provinceCode && !address.hamlet) {
    report('person.address.hamlet', 'hamlet_required')
  }
}

function checkOptions(
  values: readonly string[],
  options: readonly ConfigOption[],
  path: string,
  report: ReportIssue,
): void {
  const known = new Set(options.map(({ value }) => value))
  if (values.some((value) => !known.has(value))) report(path, 'option_unknown')
}

function checkRecentPlace(
  place: RecentPlace,
  config: Config,
  today: string,
  report: ReportIssue,
): void {
  if (place.to > today) report('to', 'date_outside_window')
  else if (place.to < addDays(today, -config.limits.lookBackDays))
    report('to', 'date_outside_window')
}

function checkPeople(people: readonly DeclaredPerson[], config: Config, report: ReportIssue): void {
  if (people.length > config.limits.maxPeople) report('people', 'too_many')
  if (people.filter(({ relation }) => relation === 'self').length > 1)
    report('people', 'self_twice')
  const seen = new Set<string>()
  people.forEach(({ person: { identityDocument } }, index) => {
    if (identityDocument.type === 'child') return
    const key = toDocumentKey(identityDocument)
    if (seen.has(key)) report(`people.${index}.person.identityDocument.number`, 'person_twice')
    seen.add(key)
  })
}

// Law 91/2025: consent is given for a text that was shown; silence or a default is none.
/** Whether the boxes that must be ticked were, for the texts of today. */
export function checkConsents(
  consents: readonly Consent[],
  config: Pick<Config, 'consents'>,
  report: ReportIssue,
): void {
  for (const { purpose, version, isRequired } of config.consents) {
    const given = consents.find((consent) => consent.purpose === purpose)
    if (given && given.version !== version) report(`consents.${purpose}`, 'consent_outdated')
    else if (!given && isRequired) report(`consents.${purpose}`, 'consent_missing')
  }
}
