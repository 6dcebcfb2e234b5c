import { healthSchema, personSchema, relationSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'

/** What a screening's row seals: what the health station needs of the declaration. */
export const sealedScreeningSchema = z.object({
  phone: z.optional(z.string()),
  relation: relationSchema,
  person: personSchema,
  health: healthSchema,
})
export type SealedScreening = z.infer<typeof sealedScreeningSchema>
