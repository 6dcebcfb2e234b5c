import * as z from 'zod/mini'
import { areaCodeSchema } from './address.js'
import { calendarDateSchema, instantSchema } from './calendar-date.js'
import { caseEventShape } from './case-event.js'
import { endpoint } from './endpoint.js'
import { filedJourneySchema } from './journey.js'
import { pageShape } from './page.js'
import { filedPersonSchema, relations } from './person.js'
import { idSchema, lineSchema, openWordSchema, slugSchema } from './text.js'

/**
 * How far somebody's arrival has come: declared, through a post (*Đã qua chốt*), met by the ward,
 * ordered into a measure, looked for in vain, or withdrawn by the declarer.
 */
export const arrivalStates = [
  'expected',
  'passed',
  'met',
  'ordered',
  'not-found',
  'cancelled',
] as const
export type ArrivalState = (typeof arrivalStates)[number]

/** What a ward officer records of an arrival; `passed` is recorded at the post. */
export const arrivalEventNames = ['met', 'ordered', 'not-found'] as const
export type ArrivalEventName = (typeof arrivalEventNames)[number]

/** What was recorded of an arrival; events are added, never changed. */
export const arrivalEventSchema = z.object({
  ...caseEventShape,
  event: openWordSchema(['passed', ...arrivalEventNames]),
})
export type ArrivalEvent = z.infer<typeof arrivalEventSchema>

/** One person of an entry declaration, as the ward they come to sees them. */
export const arrivalSchema = z.object({
  arrivalId: idSchema,
  personId: idSchema,
  declarationId: idSchema,
  state: openWordSchema(arrivalStates),
  declaredAt: instantSchema,
  /** As stated. */
  arrivalAt: instantSchema,
  /** *Đã qua chốt*: when a post recorded the person. */
  passedAt: z.optional(instantSchema),
  /** The declarer's phone, E.164; absent for assisted and paper declarations without one. */
  declarerPhone: z.optional(z.string()),
  relation: openWordSchema(relations),
  person: filedPersonSchema,
  journey: filedJourneySchema,
  /** Oldest first. */
  events: z.array(arrivalEventSchema),
})
export type Arrival = z.infer<typeof arrivalSchema>

const searchShape = {
  /** One of the officer's areas, or a unit inside them. @defaultValue all of them */
  area: z.optional(areaCodeSchema),
  /** First day of the stated arrival, in Việt Nam. */
  from: z.optional(calendarDateSchema),
  /** Last day of the stated arrival, in Việt Nam. */
  to: z.optional(calendarDateSchema),
  state: z.optional(z.enum(arrivalStates)),
  /** Thôn/tổ of the destination: the whole name, in any spelling. */
  hamlet: z.optional(lineSchema(100)),
}

/** What a list of arrivals is narrowed to. */
export const arrivalSearchSchema = z.object(searchShape)
export type ArrivalSearch = z.infer<typeof arrivalSearchSchema>

export const findArrivalsEndpoint = endpoint({
  id: 'findArrivals',
  summary: "Who comes to the officer's areas, by stated arrival; audited",
  method: 'GET',
  path: '/arrivals',
  access: 'officer',
  input: z.object({ ...searchShape, ...pageShape }),
  output: z.object({ arrivals: z.array(arrivalSchema), nextCursor: z.optional(z.string()) }),
  errors: ['audit_unavailable'],
})

export const recordArrivalEventEndpoint = endpoint({
  id: 'recordArrivalEvent',
  summary: 'Record that somebody was met, ordered into a measure or not found; audited',
  method: 'POST',
  path: '/arrivals/{arrivalId}/events',
  access: 'officer',
  input: z.object({
    arrivalId: idSchema,
    event: z.enum(arrivalEventNames),
    note: z.optional(lineSchema(500)),
  }),
  output: arrivalSchema,
  status: 201,
  isIdempotent: true,
  errors: ['not_found', 'audit_unavailable'],
})

/** How somebody shows who they are when they report at the ward. */
export const arrivalReportSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('qr'), qr: z.string().check(z.minLength(1), z.maxLength(4_096)) }),
  /** The id under a printed pass, typed. */
  z.object({ by: z.literal('pass'), passId: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
  z.object({
    by: z.literal('id-number'),
    idNumber: z.string().check(z.minLength(1), z.maxLength(40)),
  }),
])
export type ArrivalReport = z.infer<typeof arrivalReportSchema>

export const reportArrivalEndpoint = endpoint({
  id: 'reportArrival',
  summary: 'Somebody reports at the ward: a match is recorded as met; audited',
  method: 'POST',
  path: '/arrivals/reports',
  access: 'officer',
  input: z.object({ report: arrivalReportSchema }),
  output: arrivalSchema,
  status: 201,
  isIdempotent: true,
  errors: [
    'arrival_elsewhere',
    'inspection_placeholder',
    'audit_unavailable',
    'qr_malformed',
    'qr_foreign',
    'qr_wrong_kind',
    'qr_unknown_key',
    'qr_forged',
    'qr_not_yet_valid',
    'qr_expired',
    'qr_revoked',
  ],
})

/** What arrivals can be exported as. */
export const arrivalFormats = ['csv', 'ndjson', 'fhir'] as const
export type ArrivalFormat = (typeof arrivalFormats)[number]

/** More people than this are not exported at once. */
export const maxExportedArrivals = 10_000

export const exportArrivalsEndpoint = endpoint({
  id: 'exportArrivals',
  summary: 'The same list as a file: CSV, NDJSON or FHIR R4 QuestionnaireResponses; audited',
  method: 'GET',
  path: '/arrivals/export',
  access: 'officer',
  input: z.object({
    ...searchShape,
    /** @defaultValue what the Accept header wants most */
    format: z.optional(z.enum(arrivalFormats)),
    /** A value of `config.inspectionReasons`: why the data leave the system. */
    reason: slugSchema,
  }),
  output: z.string(),
  produces: ['text/csv', 'application/x-ndjson', 'application/fhir+json'],
  errors: ['export_too_large', 'audit_unavailable'],
})
