import * as z from 'zod/mini'
import { areaCodeSchema } from './address.js'
import { instantSchema } from './calendar-date.js'
import { caseEventShape } from './case-event.js'
import { declarationKindSchema } from './config.js'
import { healthSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { filedPersonSchema, relations } from './person.js'
import { idSchema, lineSchema, openWordSchema } from './text.js'

/** What a health station records of somebody who declared a symptom or a contact (*rà soát y tế*). */
export const screeningEventNames = ['called', 'examined', 'referred', 'closed'] as const
export type ScreeningEventName = (typeof screeningEventNames)[number]

/** How far a screening has come: nothing done yet, or the furthest thing done. */
export const screeningStates = ['waiting', ...screeningEventNames] as const
export type ScreeningState = (typeof screeningStates)[number]

/** What was done about a screening; events are added, never changed. */
export const screeningEventSchema = z.object({
  ...caseEventShape,
  event: openWordSchema(screeningEventNames),
})
export type ScreeningEvent = z.infer<typeof screeningEventSchema>

/** Somebody who declared a symptom or a contact, as the health station sees them. */
export const screeningSchema = z.object({
  screeningId: idSchema,
  personId: idSchema,
  declarationId: idSchema,
  kind: declarationKindSchema,
  declaredAt: instantSchema,
  /** 3: a symptom and a contact; 2: a symptom; 1: a contact. */
  severity: z.int(),
  state: openWordSchema(screeningStates),
  /** The declarer's phone, E.164; absent for assisted and paper declarations without one. */
  declarerPhone: z.optional(z.string()),
  relation: openWordSchema(relations),
  person: filedPersonSchema,
  health: healthSchema,
  /** Oldest first. */
  events: z.array(screeningEventSchema),
})
export type Screening = z.infer<typeof screeningSchema>

export const findScreeningsEndpoint = endpoint({
  id: 'findScreenings',
  summary: 'Who declared a symptom or a contact, the most severe and newest first; audited',
  method: 'GET',
  path: '/screenings',
  access: 'officer',
  input: z.object({
    /** One of the officer's areas, or a unit inside them. @defaultValue all of them */
    area: z.optional(areaCodeSchema),
    state: z.optional(z.enum(screeningStates)),
    ...pageShape,
  }),
  output: z.object({ screenings: z.array(screeningSchema), nextCursor: z.optional(z.string()) }),
  errors: ['audit_unavailable'],
})

export const recordScreeningEventEndpoint = endpoint({
  id: 'recordScreeningEvent',
  summary:
    'Record that somebody was called, examined, referred, or that the case is closed; audited',
  method: 'POST',
  path: '/screenings/{screeningId}/events',
  access: 'officer',
  input: z.object({
    screeningId: idSchema,
    event: z.enum(screeningEventNames),
    note: z.optional(lineSchema(500)),
  }),
  output: screeningSchema,
  status: 201,
  isIdempotent: true,
  errors: ['not_found', 'audit_unavailable'],
})
