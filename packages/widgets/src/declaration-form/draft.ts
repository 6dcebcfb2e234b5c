import { declarationSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'

const visitDraftSchema = z.object({
  /** `province 48`, `country LA`, or empty. */
  place: z.string(),
  from: z.string(),
  to: z.string(),
})
export type VisitDraft = z.infer<typeof visitDraftSchema>

/** One person as typed: texts stay as they are, right or wrong. */
const personDraftSchema = z.object({
  relation: z.string(),
  fullName: z.string(),
  idNumber: z.string(),
  day: z.string(),
  month: z.string(),
  year: z.string(),
  gender: z.string(),
  nationality: z.string(),
  phone: z.string(),
  email: z.string(),
  hasInsurance: z.boolean(),
  insuranceNumber: z.string(),
  /** Lives where the declarer lives; the address below then does not count. */
  isSameAddress: z.boolean(),
  provinceCode: z.string(),
  districtCode: z.string(),
  wardCode: z.string(),
  hamlet: z.string(),
  street: z.string(),
  symptoms: z.array(z.string()),
  hasNoSymptoms: z.boolean(),
  contacts: z.record(z.string(), z.boolean()),
  conditions: z.array(z.string()),
  isPregnant: z.boolean(),
  /** Absent until answered. */
  hasVisits: z.optional(z.boolean()),
  visits: z.array(visitDraftSchema),
})
export type PersonDraft = z.infer<typeof personDraftSchema>

const pageSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('person'), index: z.int() }),
  z.object({ name: z.literal('people') }),
  z.object({ name: z.literal('health'), index: z.int() }),
  z.object({ name: z.literal('check') }),
])
/** What the form asks now; phone and code come before, the QRs after. */
export type Page = z.infer<typeof pageSchema>

/** A declaration on its way: sent again with the same key it still counts once. */
const attemptSchema = z.object({ idempotencyKey: z.string(), declaration: declarationSchema })
export type Attempt = z.infer<typeof attemptSchema>

/** All that was typed, in one plain object. */
export const draftSchema = z.object({
  /** The proven phone it was typed under; nobody else gets to see it. */
  phone: z.optional(z.string()),
  page: pageSchema,
  /** The check page has been reached: a corrected page leads back to it. */
  isComplete: z.boolean(),
  /** The declarer first. */
  people: z.array(personDraftSchema).check(z.minLength(1)),
  /** Purposes ticked. */
  consents: z.array(z.string()),
  attempt: z.optional(attemptSchema),
})
export type Draft = z.infer<typeof draftSchema>
