import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { lineSchema } from './text.js'
import { wardAddressSchema } from './venue.js'

/** The eight characters in a declaration point's address, `/kbyt?diem=<code>`. */
export const pointCodeSchema = z.string().check(z.regex(/^[0-9A-Za-z]{8}$/))

/** A place with a poster at which people declare (dispatch 391, I.3). */
export const pointSchema = z.object({
  pointCode: pointCodeSchema,
  name: z.string(),
  address: wardAddressSchema,
})
export type Point = z.infer<typeof pointSchema>

/** A point as officers see it. */
export const ownPointSchema = z.object({
  ...pointSchema.shape,
  createdAt: instantSchema,
  /** The addresses its posters show, one for each form. */
  posters: z.object({ domestic: z.string(), entry: z.string() }),
})
export type OwnPoint = z.infer<typeof ownPointSchema>

export const createPointEndpoint = endpoint({
  id: 'createPoint',
  summary: 'Set up a declaration point in the officer’s area; the answer has its poster addresses',
  method: 'POST',
  path: '/points',
  access: 'officer',
  input: z.object({ name: lineSchema(100), address: wardAddressSchema }),
  output: ownPointSchema,
  status: 201,
  isIdempotent: true,
  errors: ['audit_unavailable'],
})

export const findPointsEndpoint = endpoint({
  id: 'findPoints',
  summary: 'The declaration points of the officer’s area, newest first',
  method: 'GET',
  path: '/points',
  access: 'officer',
  input: z.object(pageShape),
  output: z.object({ points: z.array(ownPointSchema), nextCursor: z.optional(z.string()) }),
})

export const getPointEndpoint = endpoint({
  id: 'getPoint',
  summary: 'The declaration point a poster leads to',
  method: 'GET',
  path: '/points/{pointCode}',
  input: z.object({ pointCode: pointCodeSchema }),
  output: pointSchema,
  errors: ['not_found'],
})

export const closePointEndpoint = endpoint({
  id: 'closePoint',
  summary: 'Close a declaration point; its posters still open the form',
  method: 'DELETE',
  path: '/points/{pointCode}',
  access: 'officer',
  input: z.object({ pointCode: pointCodeSchema }),
  output: z.object({}),
  status: 204,
  errors: ['not_found', 'audit_unavailable'],
})
