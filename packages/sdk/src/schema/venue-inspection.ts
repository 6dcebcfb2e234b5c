import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { idSchema, openWordSchema, slugSchema } from './text.js'
import { ownVenueSchema, venueSchema } from './venue.js'
import { ownPresenceSchema, venueCodeSchema, visitSubjectKinds } from './visit.js'

/** The longest time that one tracing looks through. */
export const maxTracingMs = 24 * 3_600_000

/** Who was at a venue, and when: a look-up for each is a second, audited step. */
export const tracedPresenceSchema = z.object({
  personId: idSchema,
  displayName: z.optional(z.string()),
  subjectKind: openWordSchema(visitSubjectKinds),
  /** The scanned card's, where nothing but a card was scanned. */
  identityDocument: z.optional(
    z.object({ type: openWordSchema(['cccd', 'bhxh']), number: z.string() }),
  ),
  cameInAt: ownPresenceSchema.shape.cameInAt,
  lastSeenAt: instantSchema,
  wentOutAt: ownPresenceSchema.shape.wentOutAt,
  endedBy: ownPresenceSchema.shape.endedBy,
  isClockSuspect: z.boolean(),
})
export type TracedPresence = z.infer<typeof tracedPresenceSchema>

/** Kiểm tra địa điểm: one look-up of a venue by an officer. */
export const venueInspectionRequestSchema = z.object({
  venueCode: venueCodeSchema,
  /** A value of `config.inspectionReasons`. */
  reason: slugSchema,
  /** A code of `config.posts`. */
  post: slugSchema,
  /** Who was there between these instants, at most 24 hours apart. @defaultValue the last 24 hours */
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  ...pageShape,
})
export type VenueInspectionRequest = z.infer<typeof venueInspectionRequestSchema>

/** A venue with those who were there. */
export const venueInspectionSchema = z.object({
  inspectionId: idSchema,
  inspectedAt: instantSchema,
  venue: z.object({
    ...venueSchema.shape,
    contact: ownVenueSchema.shape.contact,
    checkOutAfterMinutes: ownVenueSchema.shape.checkOutAfterMinutes,
  }),
  from: instantSchema,
  to: instantSchema,
  /** In the order they came. */
  presences: z.array(tracedPresenceSchema),
  nextCursor: z.optional(z.string()),
})
export type VenueInspection = z.infer<typeof venueInspectionSchema>

export const inspectVenueEndpoint = endpoint({
  id: 'inspectVenue',
  summary: 'Look a venue up and who was there; audited',
  method: 'POST',
  path: '/inspections/venues',
  access: 'officer',
  input: venueInspectionRequestSchema,
  output: venueInspectionSchema,
  status: 201,
  errors: ['not_found', 'audit_unavailable'],
})
