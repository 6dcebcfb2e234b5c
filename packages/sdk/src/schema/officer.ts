import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { idSchema, openWordSchema, slugSchema, tokenSchema } from './text.js'

/** Who an officer works as; the role decides what is allowed. */
export const officerRoles = [
  'checkpoint',
  'clinic',
  'ward',
  'health-station',
  'province',
  'administrator',
  'inspector',
] as const
/** An officer's role; one of `officerRoles`. */
export const officerRoleSchema = z.enum(officerRoles)
export type OfficerRole = z.infer<typeof officerRoleSchema>

/** Chosen once a shift, stored with each look-up: never asked again per scan (dispatch 391, III). */
export const officerDefaultsSchema = z.object({
  post: slugSchema,
  reason: slugSchema,
})
export type OfficerDefaults = z.infer<typeof officerDefaultsSchema>

/** An officer as the desk sees them. */
export const officerSchema = z.object({
  officerId: idSchema,
  username: z.string(),
  displayName: z.string(),
  role: openWordSchema(officerRoles),
  /** Codes of provinces, districts or wards the role is bound to. */
  areas: z.array(z.string()),
  defaults: z.optional(officerDefaultsSchema),
})
export type Officer = z.infer<typeof officerSchema>

/** An officer's session. */
export const officerSessionSchema = z.object({
  officer: officerSchema,
  /** 12 hours after login; 30 idle minutes end it before. */
  expiresAt: instantSchema,
  /** Only for callers without an Origin header; browsers get a `__Host-` cookie. */
  token: z.optional(tokenSchema),
})
export type OfficerSession = z.infer<typeof officerSessionSchema>

export const openOfficerSessionEndpoint = endpoint({
  id: 'openOfficerSession',
  summary: 'Sign an officer in by password',
  method: 'POST',
  path: '/officers/sessions',
  input: z.object({
    username: z.string().check(z.minLength(1), z.maxLength(100)),
    password: z.string().check(z.minLength(1), z.maxLength(1_000)),
  }),
  output: officerSessionSchema,
  status: 201,
  errors: ['officer_login_failed'],
})

export const getOfficerSessionEndpoint = endpoint({
  id: 'getOfficerSession',
  summary: 'Who is signed in',
  method: 'GET',
  path: '/officers/sessions/current',
  access: 'officer',
  input: z.object({}),
  output: officerSessionSchema,
})

export const closeOfficerSessionEndpoint = endpoint({
  id: 'closeOfficerSession',
  summary: 'Sign the officer out',
  method: 'DELETE',
  path: '/officers/sessions/current',
  access: 'officer',
  input: z.object({}),
  output: z.object({}),
  status: 204,
})

export const setOfficerDefaultsEndpoint = endpoint({
  id: 'setOfficerDefaults',
  summary: 'Choose post and reason for the shift',
  method: 'PUT',
  path: '/officers/me/defaults',
  access: 'officer',
  input: officerDefaultsSchema,
  output: officerSchema,
})
