import type { Policy, PolicyConditions, PolicyRange } from '../schema/policy.js'
import { toReach } from './match-stays.js'

/** Whether everybody who meets the first conditions meets the second too. */
export function implies(one: PolicyConditions, other: PolicyConditions, policy: Policy): boolean {
  return (
    areAmong(one.riskLevels, other.riskLevels) &&
    areDaysWithin(one, other, policy) &&
    areSymptomsAmong(one.symptoms, other.symptoms) &&
    areAnswersAmong(one.contacts, other.contacts) &&
    areAmong(one.vehicles, other.vehicles) &&
    areAmong(one.purposes, other.purposes) &&
    isWithin(one.vaccinationDoses, other.vaccinationDoses) &&
    areAnswersAmong(one.groups, other.groups)
  )
}

type Words = readonly string[] | undefined
type Answers = Readonly<Record<string, boolean>> | undefined

function areAmong(one: Words, other: Words): boolean {
  return !other || (one?.every((word) => other.includes(word)) ?? false)
}

function isWithin(one: PolicyRange | undefined, other: PolicyRange | undefined): boolean {
  if (!other) return true
  const infinite = Number.POSITIVE_INFINITY
  if (!one) return false
  return (one.min ?? 0) >= (other.min ?? 0) && (one.max ?? infinite) <= (other.max ?? infinite)
}

function areDaysWithin(one: PolicyConditions, other: PolicyConditions, policy: Policy): boolean {
  if (!other.daysSinceLeaving && !other.riskLevels) return true
  if (!one.daysSinceLeaving && !one.riskLevels) return false
  return isWithin(toReach(one, policy), toReach(other, policy))
}

function areSymptomsAmong(
  one: PolicyConditions['symptoms'],
  other: PolicyConditions['symptoms'],
): boolean {
  if (!other || one === other) return true
  if (other === 'any') return Array.isArray(one)
  return Array.isArray(other) && Array.isArray(one) && areAmong(one, other)
}

function areAnswersAmong(one: Answers, other: Answers): boolean {
  return Object.entries(other ?? {}).every(([question, answer]) => one?.[question] === answer)
}
