import { filedWardAddressSchema, posterDirections, venueKinds } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { VenueRow } from '../store/store.js'
import type { Vault } from '../vault.js'

// checked when it was sent: a rule that changed since must not shut a venue
const factsSchema = z.object({
  name: z.string(),
  kind: z.enum(venueKinds),
  address: filedWardAddressSchema,
  direction: z.enum(posterDirections),
  contact: z.optional(z.object({ fullName: z.string(), phone: z.string() })),
})

const contentSchema = z.object({
  facts: factsSchema,
  /** What the newest poster's QR shows; signed once. */
  posterAddress: z.string(),
  /** Every poster there was, oldest first. */
  posters: z.array(
    z.object({ revision: z.int(), createdAt: z.number(), revokedAt: z.optional(z.number()) }),
  ),
})
export type VenueContent = z.infer<typeof contentSchema>

/** A stored venue in the clear. */
export interface OpenedVenue extends VenueContent {
  readonly row: VenueRow
}

const toRecordId = (venueCode: string) => `venue ${venueCode}`

/** Seals what {@link openVenue} opens. */
export function sealVenue(vault: Vault, venueCode: string, content: VenueContent): Promise<string> {
  return vault.seal(toRecordId(venueCode), content)
}

export async function openVenue(vault: Vault, row: VenueRow): Promise<OpenedVenue> {
  const content = await vault.open(toRecordId(row.venueCode), row.sealed)
  return { row, ...contentSchema.parse(content) }
}
