import { journeySchema, personSchema, relationSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'

/** What an arrival's row seals: what the ward needs of the declaration, and nothing of anybody's health. */
export const sealedArrivalSchema = z.object({
  phone: z.optional(z.string()),
  relation: relationSchema,
  person: personSchema,
  journey: journeySchema,
})
export type SealedArrival = z.infer<typeof sealedArrivalSchema>
