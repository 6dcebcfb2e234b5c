import * as z from 'zod/mini'
import { placesVersionSchema, wardCodeSchema } from './address.js'
import { endpoint } from './endpoint.js'
import { withCode } from './issue.js'
import { hamletListSchema } from './places.js'
import { idSchema, lineSchema, toPlainText } from './text.js'

/** More than any ward has. */
export const maxHamlets = 500

/** Hamlets as an officer sends them: the id of one that is renamed, none for a new one. */
const hamletsInputSchema = z
  .array(z.object({ hamletId: z.optional(idSchema), name: lineSchema(100) }))
  .check(
    z.maxLength(maxHamlets),
    z.refine(
      (hamlets) => new Set(hamlets.map(({ name }) => toHamletKey(name))).size === hamlets.length,
      withCode('hamlet_twice'),
    ),
  )

/** Two names with one key are one hamlet: case and blanks do not count, marks do. */
export const toHamletKey = (name: string) => toPlainText(name).toLowerCase()

export const setHamletsEndpoint = endpoint({
  id: 'setHamlets',
  summary: 'Put a list in place of a ward’s hamlets; audited',
  method: 'PUT',
  path: '/places/hamlets',
  access: 'officer',
  input: z.object({
    ward: wardCodeSchema,
    /** @defaultValue `config.placesVersion` */
    version: z.optional(placesVersionSchema),
    hamlets: hamletsInputSchema,
  }),
  output: hamletListSchema,
  errors: ['not_found', 'audit_unavailable'],
  maxBytes: 262_144,
})
/** What {@link setHamletsEndpoint} takes. */
export type SetHamletsInput = z.infer<typeof setHamletsEndpoint.input>
