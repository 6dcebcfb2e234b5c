// A second evaluator of policies, written from docs/guide/write-a-policy.md alone: a partner in any
// language needs no more than this. It shares no line with @kbyt/sdk. Where a fact is missing it
// tries both answers for each rule: an officer decides if they lead to different outcomes.

const measures = ['none', 'test-only', 'self-monitoring', 'home-quarantine', 'central-quarantine']
const dayMs = 86_400_000
/** Days since 1970 in Việt Nam. @param {number} instant */
const toDay = (instant) => Math.floor((instant + 7 * 3_600_000) / dayMs)
/** @param {string} date */
const parseDay = (date) => Date.parse(date) / dayMs
/** @param {number} day */
const toDate = (day) => new Date(day * dayMs).toISOString().slice(0, 10)

/** @typedef {any} Json */

/** true, false, or undefined where it is not known. @param {(boolean | undefined)[]} answers */
const all = (answers) =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
/** @param {(boolean | undefined)[]} answers */
const any = (answers) =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false

/** @param {Json} known @param {(value: Json) => boolean | undefined} judge */
const judge = (known, judge) => (known === undefined ? undefined : judge(known))
/** @param {Json} range @param {number} value */
const isIn = ({ min = 0, max = Infinity }, value) => value >= min && value <= max

/** Whether a number known to lie in `fewest` to `most` is in a range. @param {number[]} bounds @param {Json} range */
function overlap([fewest = 0, most = 0], { min = 0, max = Infinity }) {
  return fewest >= min && most <= max ? true : most < min || fewest > max ? false : undefined
}

/** @param {Json} stay @param {Json} zone @param {Json} policy */
function isInZone(stay, zone, policy) {
  if ((stay.countryCode ?? 'VN') !== 'VN') return undefined
  if (zone.level === 'point' && stay.points?.includes(zone.pointCode)) return true
  if (stay.placesVersion !== policy.placesVersion) return undefined
  const levels = ['wardCode', 'districtCode', 'provinceCode'].filter((level) => zone[level])
  const [own = ''] = levels
  const differs = levels.some((level) => stay[level] && stay[level] !== zone[level])
  if (!stay[own]) return differs ? false : undefined
  if (stay[own] !== zone[own]) return false
  const isFreeText = stay.hamlet !== undefined && !stay.isHamletListed
  if (zone.level === 'point') return judge(stay.points, () => (isFreeText ? undefined : false))
  if (zone.level !== 'hamlet') return true
  return judge(stay.hamlet, (name) => {
    const [one, other] = [name, zone.hamlet].map((it) =>
      it.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase(),
    )
    return one === other || (isFreeText ? undefined : false)
  })
}

/** @param {Json} conditions @param {Json} facts @param {Json} policy @param {number} today */
function hasStay({ riskLevels, daysSinceLeaving }, facts, policy, today) {
  if (!riskLevels && !daysSinceLeaving) return true
  const window = { ...daysSinceLeaving }
  window.max = Math.min(window.max ?? Infinity, policy.lookBackDays)
  const start = (/** @type {string} */ date) => Date.parse(date) - 7 * 3_600_000
  const answers = facts.stays?.map((/** @type {Json} */ stay) => {
    const { from: first, to: last, fromEarliest = first, toLatest = last } = stay
    const since = [toLatest, last].map((date) => Math.max(0, today - parseDay(date)))
    const inReach = overlap(since, window)
    const touches = (
      /** @type {Json} */ { from, to },
      /** @type {string[]} */ [begin = '', end = ''],
    ) => Date.parse(from) < start(end) + dayMs && (!to || start(begin) < Date.parse(to))
    const isThen = (/** @type {Json} */ zone) =>
      touches(zone, [first, last]) || (touches(zone, [fromEarliest, toLatest]) ? undefined : false)
    const zones = policy.zones.filter((/** @type {Json} */ it) =>
      riskLevels?.includes(it.riskLevel),
    )
    const isThere = (/** @type {Json} */ zone) => all([isThen(zone), isInZone(stay, zone, policy)])
    return all([inReach, riskLevels ? any(zones.map(isThere)) : true])
  })
  const isShort = facts.staysSince && parseDay(facts.staysSince) > today - window.max
  return judge(answers, () => any([...answers, ...(isShort ? [undefined] : [])]))
}

/** @param {Json} wanted @param {Json} given */
const hasAnswers = (wanted = {}, given = {}) =>
  all(Object.entries(wanted).map(([key, answer]) => judge(given[key], (it) => it === answer)))

/** @param {Json} conditions @param {Json} facts @param {Json} policy @param {number} today */
function matches(conditions, facts, policy, today) {
  const { symptoms, vehicles, purposes, vaccinationDoses, contacts, groups } = conditions
  return all([
    hasStay(conditions, facts, policy, today),
    !symptoms ||
      judge(facts.symptoms, (has) => {
        if (symptoms === 'any') return has.length > 0
        if (symptoms === 'none') return has.length === 0
        return has.some((/** @type {string} */ it) => symptoms.includes(it))
      }),
    !vehicles || judge(facts.vehicle, (it) => vehicles.includes(it)),
    !purposes || judge(facts.purpose, (it) => purposes.includes(it)),
    !vaccinationDoses || judge(facts.vaccinationDoses, (it) => isIn(vaccinationDoses, it)),
    hasAnswers(contacts, facts.contacts),
    hasAnswers(groups, facts.groups),
  ])
}

/**
 * @param {Json[]} rules Those that match.
 * @param {Json} policy
 * @param {number} today
 */
function combine(rules, policy, today) {
  const asked = rules.length > 0 ? rules : [policy.defaultMeasure]
  const rank = Math.max(...asked.map(({ measure }) => measures.indexOf(measure)))
  const measure = measures[rank]
  const days = Math.max(...asked.filter((it) => it.measure === measure).map((it) => it.days))
  const tests = new Set(asked.flatMap(({ testDays }) => testDays))
  const testDates = [...tests].map((day) => toDate(today + day - 1)).sort()
  return { measure, days, testDates, ...(days > 0 && { untilDate: toDate(today + days - 1) }) }
}

/**
 * What a policy asks of a person: measure, days, last day and dates of tests.
 *
 * @param {Json} policy @param {Json} facts @param {number} now
 */
export function decide(policy, facts, now) {
  const ask = { measure: 'ask-officer' }
  if (now < Date.parse(policy.validFrom) || now >= Date.parse(policy.validTo ?? '9999-01-01'))
    return ask
  const today = toDay(facts.arrivedAt ? Date.parse(facts.arrivedAt) : now)
  /** @type {{ rule: Json, holds: boolean | undefined }[]} */
  const answers = policy.rules.map((/** @type {Json} */ rule) => ({
    rule,
    holds: matches(rule.conditions, facts, policy, today),
  }))
  const certain = answers.filter(({ holds }) => holds).map(({ rule }) => rule)
  const outcome = combine(certain, policy, today)
  const isOpen = answers.some(({ rule, holds }) => {
    const other = combine([...certain, rule], policy, today)
    return holds === undefined && JSON.stringify(other) !== JSON.stringify(outcome)
  })
  return isOpen ? ask : outcome
}
