import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { idSchema, openWordSchema, slugSchema } from './text.js'
import { visitDirections } from './visit.js'

/** The systems a health declaration may be made in; one in any of them is enough (dispatch 391, I.1). */
export const declarationSystems = ['kbyt', 'bluezone', 'ncovi', 'vhd'] as const
/** Where a health declaration was made; one of `declarationSystems`. */
export const declarationSystemSchema = openWordSchema(declarationSystems)

/** Whose results are asked for. */
export const inspectedSubjectSchema = z.discriminatedUnion('by', [
  /** A live *Mã QR của tôi*. */
  z.object({ by: z.literal('my-qr'), text: z.string().check(z.regex(/^[1-9]\d{0,999}$/)) }),
  /** Somebody this officer's look-up found. */
  z.object({ by: z.literal('person'), inspectionId: idSchema, personId: idSchema }),
])

/** One question for the three results. */
export const inspectionResultsRequestSchema = z.object({
  /** A value of `config.inspectionReasons`; an inspector of a venue and a machine need none. */
  reason: z.optional(slugSchema),
  /** A code of `config.posts`; an inspector of a venue and a machine need none. */
  post: z.optional(slugSchema),
  subject: inspectedSubjectSchema,
})
export type InspectionResultsRequest = z.infer<typeof inspectionResultsRequestSchema>

const none = z.object({ state: z.literal('none') })

/** The three results, in the dispatch's order (IV.2.b); `none` is *Chưa có*. */
export const inspectionResultsSchema = z.object({
  inspectedAt: instantSchema,
  /** To hold beside the person; no ID number. */
  displayName: z.string(),
  birthYear: z.int(),
  /** Whether the account's document was checked; absent where no account was shown. */
  isVerified: z.optional(z.boolean()),
  /** *Quét QR điểm đến*: the newest scan, and on how many of the last days there was one. */
  venueScan: z.discriminatedUnion('state', [
    none,
    z.object({
      state: z.literal('found'),
      at: instantSchema,
      direction: openWordSchema(visitDirections),
      venueName: z.optional(z.string()),
      /** Absent where no venue asks. */
      isAtOwnVenueToday: z.optional(z.boolean()),
      days: z.int(),
    }),
  ]),
  /** *Khai báo y tế toàn dân*: the newest health declaration in any of the four systems. */
  declaration: z.discriminatedUnion('state', [
    none,
    z.object({ state: z.literal('found'), at: instantSchema, system: declarationSystemSchema }),
  ]),
  /**
   * *Khai báo đến Thừa Thiên Huế*: whether it was declared before the return. The return is when the
   * person passed a post, else the arrival they stated (*theo lời khai*). A journey that is corrected
   * afterwards was declared when it was told of before.
   */
  entry: z.discriminatedUnion('state', [
    none,
    z.object({
      state: z.literal('found'),
      declaredAt: instantSchema,
      isBeforeReturn: z.boolean(),
      returnedAt: instantSchema,
      basis: openWordSchema(['passed', 'stated']),
    }),
  ]),
})
export type InspectionResults = z.infer<typeof inspectionResultsSchema>

/** *Đã qua chốt*. */
export const passageSchema = z.object({
  personId: idSchema,
  /** The first time a post recorded it. */
  passedAt: instantSchema,
})
export type Passage = z.infer<typeof passageSchema>

export const getInspectionResultsEndpoint = endpoint({
  id: 'getInspectionResults',
  summary: 'The three results of somebody who shows my QR, or whom a look-up found; audited',
  method: 'POST',
  path: '/inspections/results',
  access: ['officer', 'device'],
  input: inspectionResultsRequestSchema,
  output: inspectionResultsSchema,
  status: 201,
  errors: [
    'not_found',
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

export const recordPassageEndpoint = endpoint({
  id: 'recordPassage',
  summary: 'Record that somebody a look-up found has passed the post (Đã qua chốt)',
  method: 'POST',
  path: '/inspections/{inspectionId}/passed',
  access: 'officer',
  input: z.object({ inspectionId: idSchema, personId: idSchema }),
  output: passageSchema,
  errors: ['not_found', 'audit_unavailable'],
})
