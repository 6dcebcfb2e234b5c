import * as z from 'zod/mini'
import { accountSchema } from './account.js'
import { instantSchema } from './calendar-date.js'
import { channelSchema } from './channel.js'
import { filedDeclarationSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { idSchema } from './text.js'

/** A consent as it is on record: for which text, when, how, and for how many people. */
export const consentRecordSchema = z.object({
  purpose: z.string(),
  version: z.string(),
  language: z.string(),
  at: instantSchema,
  channel: z.optional(channelSchema),
  /** What it was given with. */
  declarationId: z.optional(idSchema),
  /** The declarer consents for everybody declared along. */
  people: z.int(),
  /** SHA-256 of the text in that language, base64url; absent once the portal has a newer one. */
  textHash: z.optional(z.string()),
})
export type ConsentRecord = z.infer<typeof consentRecordSchema>

/** Everything kept under the proven phone, for people to read and programs to take along. */
export const personalDataSchema = z.object({
  exportedAt: instantSchema,
  /** E.164. */
  phone: z.string(),
  account: z.optional(accountSchema),
  declarations: z.array(filedDeclarationSchema),
  consents: z.array(consentRecordSchema),
  visits: z.array(
    z.object({
      venueCode: z.string(),
      venueName: z.optional(z.string()),
      direction: z.string(),
      at: instantSchema,
    }),
  ),
  /** Venues the phone works at. */
  venues: z.array(z.object({ venueCode: z.string(), role: z.string() })),
  /** How many days each class of data is kept after it ended. */
  keptDays: z.record(z.string(), z.number()),
})
export type PersonalData = z.infer<typeof personalDataSchema>

/** What became of a request to be forgotten. */
export const erasureSchema = z.object({
  erasedAt: instantSchema,
  erasedDeclarations: z.int(),
  /** Declarations of a journey that a measure may still hold for; they go by themselves at `until`. */
  kept: z.array(z.object({ declarationId: idSchema, until: instantSchema })),
})
export type Erasure = z.infer<typeof erasureSchema>

export const exportPersonalDataEndpoint = endpoint({
  id: 'exportPersonalData',
  summary: 'Everything kept under the proven phone (Law 91/2025: the right to have it)',
  method: 'GET',
  path: '/me/export',
  access: 'citizen',
  input: z.object({}),
  output: personalDataSchema,
})

export const erasePersonalDataEndpoint = endpoint({
  id: 'erasePersonalData',
  summary: 'Forget the proven phone; passes are revoked, the session ends',
  method: 'POST',
  path: '/me/erasures',
  access: 'citizen',
  input: z.object({}),
  output: erasureSchema,
  status: 201,
  isIdempotent: true,
})
