import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { pointCodeSchema } from './point-code.js'
import { lineSchema } from './text.js'
import { filedWardAddressSchema, wardAddressSchema } from './venue.js'

/** A place with a poster at which people declare (dispatch 391, I.3). */
export const pointSchema = z.object({
  pointCode: pointCodeSchema,
  name: z.string(),
  address: filedWardAddressSchema,
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

const newPointSchema = z.object({ name: lineSchema(100), address: wardAddressSchema })
/** A declaration point to be set up. */
export type NewPoint = z.infer<typeof newPointSchema>

const pointInputSchema = z.object({ pointCode: pointCodeSchema })
/** Which declaration point. */
export type PointInput = z.infer<typeof pointInputSchema>

/** A page of declaration points. */
export const pointPageSchema = z.object({
  points: z.array(ownPointSchema),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
})
export type PointPage = z.infer<typeof pointPageSchema>

export const createPointEndpoint = endpoint({
  id: 'createPoint',
  summary: 'Set up a declaration point in the officer’s area; the answer has its poster addresses',
  method: 'POST',
  path: '/points',
  access: 'officer',
  input: newPointSchema,
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
  output: pointPageSchema,
})

export const getPointEndpoint = endpoint({
  id: 'getPoint',
  summary: 'The declaration point a poster leads to',
  method: 'GET',
  path: '/points/{pointCode}',
  input: pointInputSchema,
  output: pointSchema,
  errors: ['not_found'],
})

export const closePointEndpoint = endpoint({
  id: 'closePoint',
  summary: 'Close a declaration point; its posters still open the form',
  method: 'DELETE',
  path: '/points/{pointCode}',
  access: 'officer',
  input: pointInputSchema,
  output: z.object({}),
  status: 204,
  errors: ['not_found', 'audit_unavailable'],
})
