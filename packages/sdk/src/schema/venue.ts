import * as z from 'zod/mini'
import { addressSchema, filedAddressSchema, wardCodeSchema } from './address.js'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { withCode } from './issue.js'
import { personNameSchema } from './person-name.js'
import { contactPhoneSchema } from './phone.js'
import { lineSchema, openWordSchema } from './text.js'
import { venueCodeSchema } from './visit.js'

/** What a venue is. */
export const venueKinds = [
  'market',
  'shop',
  'restaurant',
  'hotel',
  'office',
  'factory',
  'school',
  'clinic',
  'transport',
  'worship',
  'leisure',
  'event',
  'other',
] as const

/** Which way through the door a poster is for. */
export const posterDirections = ['in', 'out', 'both'] as const

/** What somebody with a venue's phone may do: the owner registered it, managers change it, staff scan. */
export const venueRoles = ['owner', 'manager', 'staff'] as const
export type VenueRole = (typeof venueRoles)[number]

const maxNameBytes = 60
const isShortEnough = (name: string) =>
  new TextEncoder().encode(name.normalize('NFC')).length <= maxNameBytes

/** The poster's QR holds 60 bytes of it. */
export const venueNameSchema = lineSchema(maxNameBytes).check(
  z.refine(isShortEnough, withCode('too_long')),
)

/** Where a place is; its poster names the ward. */
export const wardAddressSchema = z.object({ ...addressSchema.shape, wardCode: wardCodeSchema })

/** The same in an answer (decision 0008). */
export const filedWardAddressSchema = z.object({
  ...filedAddressSchema.shape,
  wardCode: z.string(),
})

const venueShape = {
  name: venueNameSchema,
  kind: z.enum(venueKinds),
  address: wardAddressSchema,
  direction: z.enum(posterDirections),
  /** Who answers for the venue; shown to its staff and to officers alone. */
  contact: z.object({ fullName: personNameSchema, phone: contactPhoneSchema }),
  /** So long after the last scan somebody is taken for gone. @defaultValue until midnight */
  checkOutAfterMinutes: z.optional(z.int().check(z.minimum(15), z.maximum(1_440))),
}

/** A venue to be registered. */
export const newVenueSchema = z.object(venueShape)
export type NewVenue = z.infer<typeof newVenueSchema>

/** What a venue is to be from now on; what is left out stays. */
export const venueChangesSchema = z.object({
  venueCode: venueCodeSchema,
  ...z.partial(newVenueSchema).shape,
})
export type VenueChanges = z.infer<typeof venueChangesSchema>

/** What everybody may know of a venue. */
export const venueSchema = z.object({
  venueCode: venueCodeSchema,
  name: z.string(),
  kind: openWordSchema(venueKinds),
  address: filedWardAddressSchema,
  direction: openWordSchema(posterDirections),
  /** The number of its newest poster. */
  revision: z.int(),
})
export type Venue = z.infer<typeof venueSchema>

/** How a poster stands: an outdated one still counts, a revoked one does not. */
export const posterStates = ['newest', 'outdated', 'revoked'] as const

/** A poster to print, at least 15 × 15 cm. */
export const posterSchema = z.object({
  revision: z.int(),
  /** What its QR shows: `https://<portal>/v/<code>#<digits>`. */
  address: z.string(),
  createdAt: instantSchema,
})
export type Poster = z.infer<typeof posterSchema>

/** A venue as those who work there see it. */
export const ownVenueSchema = z.object({
  ...venueSchema.shape,
  /** Absent once an owner has left with their name; whoever took over sets one. */
  contact: z.optional(z.object({ fullName: z.string(), phone: z.string() })),
  checkOutAfterMinutes: z.optional(z.int()),
  /** The caller's. */
  role: openWordSchema(venueRoles),
  /** The newest. */
  poster: posterSchema,
})
export type OwnVenue = z.infer<typeof ownVenueSchema>

/** Which venue. */
export const venueInputSchema = z.object({ venueCode: venueCodeSchema })
export type VenueInput = z.infer<typeof venueInputSchema>

export const registerVenueEndpoint = endpoint({
  id: 'registerVenue',
  summary: 'Register a venue for the proven phone; the answer has its poster',
  method: 'POST',
  path: '/venues',
  access: 'citizen',
  input: newVenueSchema,
  output: ownVenueSchema,
  status: 201,
  isIdempotent: true,
})

export const findOwnVenuesEndpoint = endpoint({
  id: 'findOwnVenues',
  summary: 'The venues the proven phone works at',
  method: 'GET',
  path: '/venues',
  access: 'citizen',
  input: z.object({}),
  output: z.object({ venues: z.array(ownVenueSchema) }),
})

const getVenueInputSchema = z.object({
  ...venueInputSchema.shape,
  /** Of a scanned poster. */
  revision: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
})
/** Which venue, and which of its posters. */
export type GetVenueInput = z.infer<typeof getVenueInputSchema>

/** A venue, and how the asked poster stands. */
export const foundVenueSchema = z.object({
  ...venueSchema.shape,
  /** Of the asked revision. */
  posterState: z.optional(z.enum(posterStates)),
})
export type FoundVenue = z.infer<typeof foundVenueSchema>

export const getVenueEndpoint = endpoint({
  id: 'getVenue',
  summary: 'What everybody may know of a venue, and how a poster of it stands',
  method: 'GET',
  path: '/venues/{venueCode}',
  input: getVenueInputSchema,
  output: foundVenueSchema,
  errors: ['not_found'],
})

export const changeVenueEndpoint = endpoint({
  id: 'changeVenue',
  summary: 'Change a venue; what its poster says makes a new poster',
  method: 'PATCH',
  path: '/venues/{venueCode}',
  access: 'citizen',
  input: venueChangesSchema,
  output: ownVenueSchema,
  errors: ['not_found'],
})

const makePosterInputSchema = z.object({
  ...venueInputSchema.shape,
  /** Visits scanned at older posters from now on are refused. @defaultValue false */
  revokesOlder: z.optional(z.boolean()),
})
/** Of which venue, and what becomes of the older posters. */
export type MakePosterInput = z.infer<typeof makePosterInputSchema>

export const makePosterEndpoint = endpoint({
  id: 'makePoster',
  summary: 'Make the next poster; the older ones are outdated, or revoked on request',
  method: 'POST',
  path: '/venues/{venueCode}/posters',
  access: 'citizen',
  input: makePosterInputSchema,
  output: ownVenueSchema,
  status: 201,
  isIdempotent: true,
  errors: ['not_found'],
})
