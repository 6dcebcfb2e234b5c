import type {
  MissingFactCode,
  Policy,
  PolicyConditions,
  PolicyFacts,
  PolicyRange,
  PolicyRule,
} from '../schema/policy.js'
import { type Answer, allOf, toAnswer, unknown, yes } from './answer.js'
import { type DatedFacts, matchStays, type StaysAnswer } from './match-stays.js'

/** A rule with whether it matches, and because of which stays. */
export interface RuleAnswer extends StaysAnswer {
  readonly rule: PolicyRule
}

/** Whether all conditions of a rule hold for a person. */
export function matchRule(rule: PolicyRule, policy: Policy, dated: DatedFacts): RuleAnswer {
  const { conditions } = rule
  const { facts } = dated
  const { stays, ...where } = matchStays(conditions, policy, dated)
  const answer = allOf([
    where,
    matchSymptoms(conditions.symptoms, facts.symptoms),
    matchAnswers(conditions.contacts, facts.contacts, 'contacts_unknown'),
    matchOption(conditions.vehicles, facts.vehicle, 'vehicle_unknown'),
    matchOption(conditions.purposes, facts.purpose, 'purpose_unknown'),
    matchRange(conditions.vaccinationDoses, facts.vaccinationDoses),
    matchAnswers(conditions.groups, facts.groups, 'groups_unknown'),
  ])
  return { ...answer, rule, stays }
}

function matchSymptoms(
  wanted: PolicyConditions['symptoms'],
  symptoms: PolicyFacts['symptoms'],
): Answer {
  if (!wanted) return yes
  if (!symptoms) return unknown({ code: 'symptoms_unknown' })
  if (wanted === 'any') return toAnswer(symptoms.length > 0)
  if (wanted === 'none') return toAnswer(symptoms.length === 0)
  return toAnswer(symptoms.some((symptom) => wanted.includes(symptom)))
}

type Answers = Readonly<Record<string, boolean>>

function matchAnswers(
  wanted: Answers | undefined,
  given: Answers = {},
  code: MissingFactCode,
): Answer {
  const answers = Object.entries(wanted ?? {}).map(([question, answer]) => {
    const isAnswered = Object.hasOwn(given, question)
    return isAnswered ? toAnswer(given[question] === answer) : unknown({ code })
  })
  return allOf(answers)
}

function matchOption(
  wanted: readonly string[] | undefined,
  given: string | undefined,
  code: MissingFactCode,
): Answer {
  if (!wanted) return yes
  return given === undefined ? unknown({ code }) : toAnswer(wanted.includes(given))
}

function matchRange(wanted: PolicyRange | undefined, given: number | undefined): Answer {
  if (!wanted) return yes
  if (given === undefined) return unknown({ code: 'vaccination_unknown' })
  return toAnswer(given >= (wanted.min ?? 0) && given <= (wanted.max ?? Number.POSITIVE_INFINITY))
}
