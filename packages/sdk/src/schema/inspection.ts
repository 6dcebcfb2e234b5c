import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { channelSchema } from './channel.js'
import { declarationKindSchema } from './config.js'
import { filedDeclaredPersonSchema, handlingSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { filedJourneySchema } from './journey.js'
import { checkedPassSchema, passStates } from './pass.js'
import { phoneSchema } from './phone.js'
import { policyDecisionSchema } from './policy.js'
import { idSchema, slugSchema } from './text.js'

/** How the officer asks: exact match only, never a part of a number. */
export const inspectionQuerySchema = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('id-number'),
    idNumber: z.string().check(z.minLength(1), z.maxLength(40)),
  }),
  z.object({ by: z.literal('phone'), phone: phoneSchema }),
  z.object({ by: z.literal('qr'), qr: z.string().check(z.minLength(1), z.maxLength(4_096)) }),
  /** One of the candidates a phone gave: a second, audited look-up. */
  z.object({ by: z.literal('person'), personId: idSchema }),
])
export type InspectionQuery = z.infer<typeof inspectionQuerySchema>

/** One look-up by an officer. */
export const inspectionRequestSchema = z.object({
  kind: declarationKindSchema,
  /** A value of `config.inspectionReasons`; no reason, no look-up. */
  reason: slugSchema,
  /** A code of `config.posts`. */
  post: slugSchema,
  query: inspectionQuerySchema,
})
export type InspectionRequest = z.infer<typeof inspectionRequestSchema>

/** Somebody of a family found by phone: enough to choose, no more. */
export const candidateSchema = z.object({
  personId: idSchema,
  fullName: z.string(),
  birthYear: z.int(),
  maskedIdNumber: z.string(),
})
export type Candidate = z.infer<typeof candidateSchema>

/** A person with the newest registration of the asked kind. */
export const registrationSchema = z.object({
  personId: idSchema,
  declarationId: idSchema,
  kind: declarationKindSchema,
  channel: channelSchema,
  declaredAt: instantSchema,
  /** Absent for `self`. */
  handling: z.optional(handlingSchema),
  /** The declarer's phone, E.164; absent for assisted and paper declarations without one. */
  declarerPhone: z.optional(z.string()),
  ...filedDeclaredPersonSchema.shape,
  /** With `kind: 'entry'`, and only then. */
  journey: z.optional(filedJourneySchema),
  passState: z.enum(passStates),
  validUntil: instantSchema,
  /** With `kind: 'entry'`: what the policy in force asks. */
  decision: z.optional(policyDecisionSchema),
  /** With `kind: 'entry'`: when the person passed a post (*Đã qua chốt*). */
  passedAt: z.optional(instantSchema),
})
export type Registration = z.infer<typeof registrationSchema>

/** What a look-up found, and what is kept of it. */
export const inspectionSchema = z.object({
  inspectionId: idSchema,
  inspectedAt: instantSchema,
  kind: declarationKindSchema,
  /** What the scanned QR says by itself; shown whatever the officer's area. */
  pass: z.optional(checkedPassSchema),
  /** The scanned pass is genuine, but its owner has declared again since. */
  isNewerPassAvailable: z.boolean(),
  /** Found by phone: choose one. At most 20. */
  candidates: z.array(candidateSchema),
  /** Empty alike for nobody and for somebody outside the officer's areas. */
  people: z.array(registrationSchema),
})
export type Inspection = z.infer<typeof inspectionSchema>

export const inspectEndpoint = endpoint({
  id: 'inspect',
  summary: 'Look a person up by ID number, phone, QR or as a chosen candidate; audited',
  method: 'POST',
  path: '/inspections',
  access: 'officer',
  input: inspectionRequestSchema,
  output: inspectionSchema,
  status: 201,
  errors: [
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
