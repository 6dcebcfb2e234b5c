import { addDays, toCalendarDate } from './calendar-date.js'
import type { Config } from './config.js'
import type { ReportIssue } from './issue.js'
import type { Journey, JourneyPlace, JourneyStay } from './journey.js'

/** How many days ahead an arrival can be declared. */
export const maxDaysAhead = 30
/** How many days somebody can be on the way here. */
export const maxDaysUnderWay = 30
const dayMs = 86_400_000

/**
 * The rules for the way here; the form asks them at the end of that page. What depends on the arrival
 * waits until that is a possible one.
 *
 * @param nowMs - The instant of declaring, milliseconds since 1970.
 */
export function checkJourney(
  journey: Journey,
  config: Config,
  nowMs: number,
  report: ReportIssue,
): void {
  const today = toCalendarDate(nowMs)
  const arrivalOn = checkArrival(journey.arrivalAt, config, today, report)
  checkDeparture(journey, arrivalOn !== undefined, report)
  checkTraveller(journey, report)
  checkVehicle(journey, config, report)
  checkOrigin(journey, config, report)
  checkDestination(journey, arrivalOn, config, report)
  const window = toWindow(today, arrivalOn, config)
  journey.stays.forEach((stay, index) => {
    checkStay(stay, config, window, (path, code) => report(`stays.${index}.${path}`, code))
  })
}

const startOf = (date: string) => Date.parse(`${date}T00:00:00+07:00`)

/** The day of arrival in Việt Nam, where it can be one. */
function checkArrival(
  arrivalAt: string,
  { limits }: Config,
  today: string,
  report: ReportIssue,
): string | undefined {
  const arrivalMs = Date.parse(arrivalAt)
  if (Number.isNaN(arrivalMs)) report('arrivalAt', 'date_impossible')
  else if (arrivalMs < startOf(addDays(today, -limits.lookBackDays)))
    report('arrivalAt', 'arrival_past')
  else if (arrivalMs >= startOf(addDays(today, maxDaysAhead + 1)))
    report('arrivalAt', 'arrival_far')
  else return toCalendarDate(arrivalMs)
  return undefined
}

function checkDeparture(
  { departureAt, arrivalAt, leftProvinceOn }: Journey,
  isArrivalPossible: boolean,
  report: ReportIssue,
): void {
  const departureMs = Date.parse(departureAt)
  const daysUnderWay = (Date.parse(arrivalAt) - departureMs) / dayMs
  if (Number.isNaN(departureMs)) report('departureAt', 'date_impossible')
  else if (!isArrivalPossible) return
  else if (daysUnderWay <= 0) report('arrivalAt', 'arrival_order')
  else if (daysUnderWay > maxDaysUnderWay) report('departureAt', 'date_outside_window')
  else if (leftProvinceOn !== undefined && leftProvinceOn > toCalendarDate(departureMs))
    report('leftProvinceOn', 'left_province_late')
}

function checkTraveller(
  { travellerKind, leftProvinceOn, sentBy, purpose }: Journey,
  report: ReportIssue,
): void {
  if (leftProvinceOn !== undefined && travellerKind !== 'returner')
    report('leftProvinceOn', 'left_province_visitor')
  if (sentBy !== undefined && purpose !== 'duty') report('sentBy', 'sent_by_not_duty')
}

function checkVehicle(
  { vehicle, vehicleNumber, post }: Journey,
  { posts }: Config,
  report: ReportIssue,
): void {
  if (vehicle !== 'other' && vehicleNumber === undefined) report('vehicleNumber', 'required')
  if (post !== undefined && posts.every(({ code }) => code !== post)) report('post', 'post_unknown')
}

// dispatch 391, I.2.b: from which hamlet somebody comes is what the policy is applied by at the post
function checkOrigin({ origin, stays }: Journey, config: Config, report: ReportIssue): void {
  checkUnits(origin, 'origin', config, report)
  if (!origin.hamlet) report('origin.hamlet', 'hamlet_required')
  if (origin.provinceCode !== config.provinceCode && stays.length === 0)
    report('stays', 'stay_missing')
}

function checkDestination(
  { destination, stayUntil }: Journey,
  arrivalOn: string | undefined,
  config: Config,
  report: ReportIssue,
): void {
  checkUnits(destination, 'destination', config, report)
  if (destination.provinceCode !== config.provinceCode)
    report('destination.provinceCode', 'destination_outside')
  if (!destination.hamlet) report('destination.hamlet', 'hamlet_required')
  if (stayUntil !== undefined && arrivalOn !== undefined && stayUntil < arrivalOn)
    report('stayUntil', 'stay_until_order')
}

/** Days from `first` to `last`, both included. */
interface Window {
  readonly first: string
  readonly last: string
}

/** The question is asked today, the policy counts back from the arrival: a stay of either counts. */
function toWindow(today: string, arrivalOn: string | undefined, { limits }: Config): Window {
  const last = arrivalOn ?? addDays(today, maxDaysAhead)
  return { first: addDays(last < today ? last : today, -limits.lookBackDays), last }
}

function checkStay(stay: JourneyStay, config: Config, window: Window, report: ReportIssue): void {
  if (stay.to < window.first || stay.to > window.last) report('to', 'date_outside_window')
  checkUnits(stay, '', config, report)
  if (!stay.hamlet && !stay.points?.length) report('hamlet', 'hamlet_required')
}

function checkUnits(
  { placesVersion }: JourneyPlace,
  path: string,
  config: Config,
  report: ReportIssue,
): void {
  if (placesVersion !== config.placesVersion)
    report(path === '' ? 'wardCode' : `${path}.wardCode`, 'place_unknown')
}
