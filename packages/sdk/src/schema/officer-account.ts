import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { officerRoleSchema, officerSchema } from './officer.js'
import { pageShape } from './page.js'
import { idSchema, lineSchema, tokenSchema } from './text.js'
import { venueCodeSchema } from './visit.js'

/**
 * What an account may do and where. A ward or a health station names districts or wards; a checkpoint,
 * the province and administrators the whole province; a clinic any of them; an inspector no area but a
 * venue.
 */
export const officerGrantSchema = z.object({
  role: officerRoleSchema,
  /** Codes of the province, of districts or of wards. */
  areas: z.array(z.string().check(z.regex(/^\d{2,5}$/))).check(z.maxLength(50)),
  venueCode: z.optional(venueCodeSchema),
})
export type OfficerGrant = z.infer<typeof officerGrantSchema>

/** Who an officer is at the portal's OpenID provider. */
export const oidcIdentitySchema = z.object({
  issuer: z.url().check(z.maxLength(500), z.regex(/^[\x21-\x7e]+$/)),
  /** The provider's `sub`. */
  subject: z.string().check(z.minLength(1), z.maxLength(255), z.regex(/^[\x21-\x7e]+$/)),
})
export type OidcIdentity = z.infer<typeof oidcIdentitySchema>

/** An account as an administrator sees it. */
export const officerAccountSchema = z.object({
  ...officerSchema.shape,
  createdAt: instantSchema,
  disabledAt: z.optional(instantSchema),
  /** False until the officer has chosen one by the token of the invitation. */
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  oidc: z.optional(oidcIdentitySchema),
})
export type OfficerAccount = z.infer<typeof officerAccountSchema>

/** An account and the token to choose its password by, shown once: hand it over in person. */
export const officerInvitationSchema = z.object({
  officer: officerAccountSchema,
  token: tokenSchema,
  expiresAt: instantSchema,
})
export type OfficerInvitation = z.infer<typeof officerInvitationSchema>

const usernameSchema = z.string().check(z.regex(/^\s*[\p{L}\p{N}][\p{L}\p{N}.@_+-]{0,99}\s*$/u))
const byId = z.object({ officerId: idSchema })

/** A new account. */
export const newOfficerSchema = z.object({
  username: usernameSchema,
  displayName: lineSchema(100),
  grant: officerGrantSchema,
})
export type NewOfficerAccount = z.infer<typeof newOfficerSchema>

/** What changes of an account; what is left out stays. A grant is replaced whole. */
export const officerChangesSchema = z.object({
  officerId: idSchema,
  displayName: z.optional(lineSchema(100)),
  grant: z.optional(officerGrantSchema),
})
export type OfficerAccountChanges = z.infer<typeof officerChangesSchema>

/** A page of accounts. */
export const officerPageSchema = z.object({
  officers: z.array(officerAccountSchema),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
})
export type OfficerPage = z.infer<typeof officerPageSchema>

export const findOfficersEndpoint = endpoint({
  id: 'findOfficers',
  summary: 'List accounts, in the order they were made; for administrators',
  method: 'GET',
  path: '/officers',
  access: 'officer',
  input: z.object(pageShape),
  output: officerPageSchema,
})

export const addOfficerEndpoint = endpoint({
  id: 'addOfficer',
  summary: 'Make an account with role and areas, and an invitation to choose its password',
  method: 'POST',
  path: '/officers',
  access: 'officer',
  input: newOfficerSchema,
  output: officerInvitationSchema,
  status: 201,
  errors: ['audit_unavailable'],
})

/** The codes of every change of an account. */
const changeErrors = ['not_found', 'officer_last_administrator', 'audit_unavailable'] as const

export const changeOfficerEndpoint = endpoint({
  id: 'changeOfficer',
  summary: 'Change name, role or areas of an account; it counts from the next request on',
  method: 'PATCH',
  path: '/officers/{officerId}',
  access: 'officer',
  input: officerChangesSchema,
  output: officerAccountSchema,
  errors: changeErrors,
})

export const disableOfficerEndpoint = endpoint({
  id: 'disableOfficer',
  summary: 'Disable an account; its sessions end at once',
  method: 'POST',
  path: '/officers/{officerId}/disable',
  access: 'officer',
  input: byId,
  output: officerAccountSchema,
  errors: changeErrors,
})

export const enableOfficerEndpoint = endpoint({
  id: 'enableOfficer',
  summary: 'Enable an account again',
  method: 'POST',
  path: '/officers/{officerId}/enable',
  access: 'officer',
  input: byId,
  output: officerAccountSchema,
  errors: changeErrors,
})

export const resetOfficerPasswordEndpoint = endpoint({
  id: 'resetOfficerPassword',
  summary: 'Take the password away, end every session, and invite to choose another',
  method: 'POST',
  path: '/officers/{officerId}/reset-password',
  access: 'officer',
  input: byId,
  output: officerInvitationSchema,
  status: 201,
  errors: changeErrors,
})

export const resetOfficerTotpEndpoint = endpoint({
  id: 'resetOfficerTotp',
  summary: 'Take the TOTP secret away and end every session: a phone was lost',
  method: 'POST',
  path: '/officers/{officerId}/reset-totp',
  access: 'officer',
  input: byId,
  output: officerAccountSchema,
  errors: changeErrors,
})

export const linkOfficerEndpoint = endpoint({
  id: 'linkOfficer',
  summary: 'Say who an officer is at the OpenID provider',
  method: 'PUT',
  path: '/officers/{officerId}/oidc',
  access: 'officer',
  input: z.object({ officerId: idSchema, ...oidcIdentitySchema.shape }),
  output: officerAccountSchema,
  errors: changeErrors,
})

export const unlinkOfficerEndpoint = endpoint({
  id: 'unlinkOfficer',
  summary: 'Forget who an officer is at the OpenID provider, and end every session',
  method: 'DELETE',
  path: '/officers/{officerId}/oidc',
  access: 'officer',
  input: byId,
  output: officerAccountSchema,
  errors: changeErrors,
})
