import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { idSchema } from './text.js'

/** One thing that was done about an arrival or a screening, by whom and when. */
export const caseEventShape = {
  eventId: idSchema,
  at: instantSchema,
  officerId: idSchema,
  /** As the officer was called at that time. */
  officerName: z.string(),
  note: z.optional(z.string()),
}
