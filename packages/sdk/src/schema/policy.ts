import * as z from 'zod/mini'
import {
  countryCodeSchema,
  districtCodeSchema,
  placesVersionSchema,
  provinceCodeSchema,
  wardCodeSchema,
} from './address.js'
import { calendarDateSchema, instantSchema } from './calendar-date.js'
import { withCode } from './issue.js'
import { lineSchema, openWordSchema, slugSchema } from './text.js'

/** What a policy can ask of a person, from the mildest to the strictest. */
export const measures = [
  'none',
  'test-only',
  'self-monitoring',
  'home-quarantine',
  'central-quarantine',
] as const
/** What a policy asks of a person; one of `measures`. */
export const measureSchema = z.enum(measures)
export type Measure = z.infer<typeof measureSchema>

/** How large an area a zone is, from the smallest to the largest (dispatch 391: "Điểm; Thôn/Tổ; Phường/Xã; Quận/Huyện; Tỉnh/Thành phố"). */
export const zoneLevels = ['point', 'hamlet', 'ward', 'district', 'province'] as const
/** How large a zone is; one of `zoneLevels`. */
export const zoneLevelSchema = z.enum(zoneLevels)
export type ZoneLevel = z.infer<typeof zoneLevelSchema>

const labelSchema = z.object({ vi: lineSchema(200), en: lineSchema(200) })
const legalBasisSchema = lineSchema(300)
const slugsSchema = z.array(slugSchema).check(z.minLength(1), z.maxLength(40))
const answersSchema = z.record(slugSchema, z.boolean())
const daySchema = z.int().check(z.minimum(1), z.maximum(90))
const daysSchema = z.int().check(z.minimum(0), z.maximum(90))

/** Whole numbers from `min` to `max`, both included; a missing end is open. */
const rangeSchema = z.strictObject({ min: z.optional(daysSchema), max: z.optional(daysSchema) })
export type PolicyRange = z.infer<typeof rangeSchema>

const outcomeShape = {
  measure: measureSchema,
  /** How many days, the day of arrival being the first; 0 for `none` and `test-only`. */
  days: daysSchema,
  /** On which days to test, the day of arrival being day 1. */
  testDays: z.array(daySchema).check(z.maxLength(30)),
}
/** What a rule asks: measure, days and days of tests. */
export const policyOutcomeSchema = z.object(outcomeShape)
export type PolicyOutcome = z.infer<typeof policyOutcomeSchema>

/** A level of risk the policy knows, as people read it. */
export const riskLevelSchema = z.object({ value: slugSchema, label: labelSchema })
export type RiskLevel = z.infer<typeof riskLevelSchema>

const zoneShape = {
  id: slugSchema,
  /** As people read it: "Xã Lộc Thủy, huyện Phú Lộc". */
  name: lineSchema(200),
  /** A value of the policy's `riskLevels`. */
  riskLevel: slugSchema,
  /** A stay counts when it touches the time from `from` up to, not including, `to`. */
  from: instantSchema,
  to: z.optional(instantSchema),
  /** Defaults to the policy's own. */
  legalBasis: z.optional(legalBasisSchema),
  provinceCode: provinceCodeSchema,
}
const wardShape = {
  ...zoneShape,
  /** None in units since 1 July 2025. */
  districtCode: z.optional(districtCodeSchema),
  wardCode: wardCodeSchema,
}

/** An area with a risk level, at one of five levels. */
export const zoneSchema = z.discriminatedUnion('level', [
  z.object({ level: z.literal('province'), ...zoneShape }),
  z.object({ level: z.literal('district'), ...zoneShape, districtCode: districtCodeSchema }),
  z.object({ level: z.literal('ward'), ...wardShape }),
  z.object({ level: z.literal('hamlet'), ...wardShape, hamlet: lineSchema(100) }),
  z.object({ level: z.literal('point'), ...wardShape, pointCode: slugSchema }),
])
export type Zone = z.infer<typeof zoneSchema>

/**
 * What must hold for a rule to match: all that is written here. Strict, because a condition this
 * version does not know must not be left out in silence.
 */
export const policyConditionsSchema = z.strictObject({
  /** A stay in a zone of one of these levels, at most `lookBackDays` ago. */
  riskLevels: z.optional(slugsSchema),
  /** Days between the last day of that same stay and the day of arrival. */
  daysSinceLeaving: z.optional(rangeSchema),
  /** Any sign at all, none at all, or at least one of these. */
  symptoms: z.optional(z.union([z.enum(['any', 'none']), slugsSchema])),
  /** The answer each of these questions must have. */
  contacts: z.optional(answersSchema),
  vehicles: z.optional(slugsSchema),
  purposes: z.optional(slugsSchema),
  /** Doses that count: given at least 14 days before. */
  vaccinationDoses: z.optional(rangeSchema),
  /** Groups of people, as `recovered`, `child`, `elderly`: whether the person must belong to each. */
  groups: z.optional(answersSchema),
})
export type PolicyConditions = z.infer<typeof policyConditionsSchema>

/** One line of the decision table: who, and what is asked of them. */
export const policyRuleSchema = z.object({
  id: slugSchema,
  label: labelSchema,
  conditions: policyConditionsSchema,
  ...outcomeShape,
  /** Defaults to the policy's own. */
  legalBasis: z.optional(legalBasisSchema),
})
export type PolicyRule = z.infer<typeof policyRuleSchema>

/** Where somebody was, as far as it is known; every level left out is one that is not known. */
export const policyStaySchema = z
  .object({
    /** The first and the last day there, in Việt Nam. */
    from: calendarDateSchema,
    to: calendarDateSchema,
    /** Where the first day is not known: it may be any from this one to `from`. */
    fromEarliest: z.optional(calendarDateSchema),
    /** Where the last day is not known: it may be any from `to` to this one. */
    toLatest: z.optional(calendarDateSchema),
    /** @defaultValue 'VN' */
    countryCode: z.optional(countryCodeSchema),
    placesVersion: z.optional(placesVersionSchema),
    provinceCode: z.optional(provinceCodeSchema),
    districtCode: z.optional(districtCodeSchema),
    wardCode: z.optional(wardCodeSchema),
    hamlet: z.optional(lineSchema(100)),
    /** Chosen from the ward's list; else it is free text and may be any hamlet of the ward. */
    isHamletListed: z.optional(z.boolean()),
    /** Which of the policy's points of the ward were visited; empty is none of them. */
    points: z.optional(z.array(slugSchema).check(z.maxLength(40))),
  })
  .check(
    z.refine(
      ({ from, to, fromEarliest = from, toLatest = to }) =>
        [from, to].every((day) => fromEarliest <= day && day <= toLatest),
      { ...withCode('date_order'), path: ['to'] },
    ),
  )
export type PolicyStay = z.infer<typeof policyStaySchema>

/** What is known of a person; what is left out is not known, which is not the same as "no". */
export const policyFactsSchema = z.object({
  /** When the person arrived or expects to: day 1. Defaults to the moment of asking. */
  arrivedAt: z.optional(instantSchema),
  /** Empty is "nowhere else". */
  stays: z.optional(z.array(policyStaySchema).check(z.maxLength(100))),
  /** The first day the stays account for; left out, they reach as far back as the policy looks. */
  staysSince: z.optional(calendarDateSchema),
  /** All signs the person has; empty is none. */
  symptoms: z.optional(z.array(slugSchema).check(z.maxLength(40))),
  contacts: z.optional(answersSchema),
  vehicle: z.optional(slugSchema),
  purpose: z.optional(slugSchema),
  /** Doses given at least 14 days ago. */
  vaccinationDoses: z.optional(z.int().check(z.minimum(0), z.maximum(20))),
  groups: z.optional(answersSchema),
})
export type PolicyFacts = z.infer<typeof policyFactsSchema>

/** A case the policy's authors worked out by hand; a policy that answers otherwise is not published. */
export const policyExampleSchema = z.object({
  name: lineSchema(200),
  /** The moment of asking. */
  at: instantSchema,
  given: policyFactsSchema,
  expected: z.object({
    measure: z.enum([...measures, 'ask-officer']),
    days: z.optional(daysSchema),
    untilDate: z.optional(calendarDateSchema),
    testDates: z.optional(z.array(calendarDateSchema)),
  }),
})
export type PolicyExample = z.infer<typeof policyExampleSchema>

/** A quarantine policy: a decision table with its areas, its time and its legal basis. */
export const policySchema = z.object({
  /** Names this state of the policy, as `hue-2021-02-09`. */
  version: slugSchema,
  label: labelSchema,
  /** In force from this instant up to, not including, `validTo`. */
  validFrom: instantSchema,
  validTo: z.optional(instantSchema),
  legalBasis: legalBasisSchema,
  /** The administrative units its codes belong to. */
  placesVersion: placesVersionSchema,
  /** A stay that ended more days before arrival does not count. */
  lookBackDays: z.int().check(z.minimum(1), z.maximum(90)),
  riskLevels: z.array(riskLevelSchema).check(z.maxLength(20)),
  zones: z.array(zoneSchema).check(z.maxLength(12_000)),
  rules: z.array(policyRuleSchema).check(z.maxLength(300)),
  /** What is asked where no rule matches. */
  defaultMeasure: policyOutcomeSchema,
  examples: z.array(policyExampleSchema).check(z.maxLength(300)),
  /** What readers should know about it, and where it was published. */
  note: z.optional(labelSchema),
  sources: z.optional(z.array(lineSchema(500)).check(z.maxLength(20))),
})
export type Policy = z.infer<typeof policySchema>

/** Why a policy could not decide. */
export const missingFactCodes = [
  'policy_not_in_force',
  'stays_unknown',
  'stays_too_short',
  'stay_abroad',
  'stay_units_differ',
  'stay_level_unknown',
  'stay_hamlet_free_text',
  'stay_points_unknown',
  'stay_days_unknown',
  'symptoms_unknown',
  'contacts_unknown',
  'vehicle_unknown',
  'purpose_unknown',
  'vaccination_unknown',
  'groups_unknown',
] as const
export type MissingFactCode = (typeof missingFactCodes)[number]

/** A fact a policy needs and nobody has given. */
export const missingFactSchema = z.object({
  code: openWordSchema(missingFactCodes),
  /** Which of the facts' stays. */
  stay: z.optional(z.int()),
  /** The zone it may lie in, where it is one below the level known. */
  zoneId: z.optional(z.string()),
})
export type MissingFact = z.infer<typeof missingFactSchema>

/** A rule that matched, with the stays that made it match. */
export const ruleMatchSchema = z.object({
  ruleId: z.string(),
  ...outcomeShape,
  /** Whether measure and days of the decision are this rule's. */
  isDecisive: z.boolean(),
  stays: z.array(z.object({ stay: z.int(), zoneIds: z.array(z.string()) })),
  /** The rule's, then its zones'. */
  legalBasis: z.array(z.string()),
})
export type RuleMatch = z.infer<typeof ruleMatchSchema>

const decidedSchema = z.object({
  policyVersion: z.string(),
  ...outcomeShape,
  /** Day 1, in Việt Nam. */
  fromDate: calendarDateSchema,
  /** The last day, and the midnight in Việt Nam that ends it; absent where `days` is 0. */
  untilDate: z.optional(calendarDateSchema),
  endsAt: z.optional(instantSchema),
  testDates: z.array(calendarDateSchema),
  /** No rule matched: the policy's default measure. */
  isDefault: z.boolean(),
  /** Every rule that matched, the strictest first. */
  rules: z.array(ruleMatchSchema),
  legalBasis: z.array(z.string()),
})

const undecidedSchema = z.object({
  policyVersion: z.string(),
  measure: z.literal('ask-officer'),
  /** What would have to be known. */
  missing: z.array(missingFactSchema),
  /** Certain already; the missing facts can only add to it. */
  atLeast: z.optional(policyOutcomeSchema),
  rules: z.array(ruleMatchSchema),
  /** Rules that match or not depending on the missing facts, the strictest first. */
  openRules: z.array(z.object({ ruleId: z.string(), ...outcomeShape })),
  legalBasis: z.array(z.string()),
})

/** What a policy asks of one person, or that an officer has to decide. */
export const policyDecisionSchema = z.discriminatedUnion('measure', [
  decidedSchema,
  undecidedSchema,
])
export type PolicyDecision = z.infer<typeof policyDecisionSchema>
