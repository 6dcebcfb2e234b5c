import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { openWordSchema } from './text.js'
import { venueInputSchema } from './venue.js'
import { visitDirections, visitSubjectKinds } from './visit.js'

/** One line of a venue's history: no number, no full name. */
export const venueVisitSchema = z.object({
  /** As the scanned code says it; an ID or insurance card says none. */
  displayName: z.optional(z.string()),
  subjectKind: openWordSchema(visitSubjectKinds),
  direction: openWordSchema(visitDirections),
  happenedAt: instantSchema,
  isClockSuspect: z.boolean(),
})
export type VenueVisit = z.infer<typeof venueVisitSchema>

const findVenueVisitsInputSchema = z.object({ ...venueInputSchema.shape, ...pageShape })
/** Which venue, and which page. */
export type FindVenueVisitsInput = z.infer<typeof findVenueVisitsInputSchema>

/** A page of a venue's history. */
export const venueVisitPageSchema = z.object({
  visits: z.array(venueVisitSchema),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
})
export type VenueVisitPage = z.infer<typeof venueVisitPageSchema>

export const findVenueVisitsEndpoint = endpoint({
  id: 'findVenueVisits',
  summary: 'Who came and went, newest first, for those who work at the venue',
  method: 'GET',
  path: '/venues/{venueCode}/visits',
  access: 'citizen',
  input: findVenueVisitsInputSchema,
  output: venueVisitPageSchema,
  errors: ['not_found'],
})
