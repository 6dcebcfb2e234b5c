import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { withCode } from './issue.js'
import { idSchema, openWordSchema, slugSchema, tokenSchema } from './text.js'
import { venueCodeSchema, visitDirections } from './visit.js'

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

/** What the desk can open with: KIỂM TRA VÀO HUẾ, KBYT TRONG TỈNH, ĐỊA ĐIỂM (dispatch 391, III). */
export const deskTabs = ['entry', 'domestic', 'venue'] as const
/** What the desk opens with; one of `deskTabs`. */
export type DeskTab = (typeof deskTabs)[number]

/**
 * Chosen once a shift, never asked again per scan (*Cấu hình mặc định*, dispatch 391, III). Post and
 * reason are stored with each look-up.
 */
export const officerDefaultsSchema = z.object({
  /** A code of `config.posts`. */
  post: slugSchema,
  /** A value of `config.inspectionReasons`. */
  reason: slugSchema,
  /** Which way people pass the post. @defaultValue as it was chosen before */
  direction: z.optional(z.enum(visitDirections)),
  /** @defaultValue as it was chosen before */
  tab: z.optional(z.enum(deskTabs)),
})
export type OfficerDefaults = z.infer<typeof officerDefaultsSchema>

/** The same in an answer (decision 0008). */
export const filedOfficerDefaultsSchema = z.object({
  post: slugSchema,
  reason: slugSchema,
  direction: z.optional(openWordSchema(visitDirections)),
  tab: z.optional(openWordSchema(deskTabs)),
})

/** An officer as the desk sees them. */
export const officerSchema = z.object({
  officerId: idSchema,
  username: z.string(),
  displayName: z.string(),
  role: openWordSchema(officerRoles),
  /** Codes of provinces, districts or wards the role is bound to. */
  areas: z.array(z.string()),
  /** The venue an inspector is bound to. */
  venueCode: z.optional(venueCodeSchema),
  defaults: z.optional(filedOfficerDefaultsSchema),
})
export type Officer = z.infer<typeof officerSchema>

/** An officer's session. */
export const officerSessionSchema = z.object({
  officer: officerSchema,
  /** 12 hours after login; 30 idle minutes end it before. */
  expiresAt: instantSchema,
  /** Until TOTP is set up (`setUpTotp`, `confirmTotp`) every other call is `officer_totp_setup_required`. */
  isTotpSetupRequired: z.optional(z.boolean()),
  /** Only for callers without an Origin header; browsers get a `__Host-` cookie. */
  token: z.optional(tokenSchema),
})
export type OfficerSession = z.infer<typeof officerSessionSchema>

/** A password as it is typed at the login, whatever it is. */
const typedPasswordSchema = z.string().check(z.minLength(1), z.maxLength(1_000))

/** A password to have from now on: NIST SP 800-63B asks for length, not for kinds of signs. */
export const newPasswordSchema = z.string().check(
  z.maxLength(1_000),
  z.refine((password) => [...password].length >= 10, withCode('too_short')),
)

/** What an authenticator app shows: six digits, blanks between them or not. */
export const totpCodeSchema = z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/))

/** What an officer signs in with. */
export const officerCredentialsSchema = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: typedPasswordSchema,
  /** Once the officer has set up TOTP; whatever is no code is a wrong one. */
  totpCode: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
})
export type OfficerCredentials = z.infer<typeof officerCredentialsSchema>

export const openOfficerSessionEndpoint = endpoint({
  id: 'openOfficerSession',
  summary: 'Sign an officer in by password and TOTP',
  method: 'POST',
  path: '/officers/sessions',
  input: officerCredentialsSchema,
  output: officerSessionSchema,
  status: 201,
  errors: ['officer_login_failed', 'officer_totp_required', 'audit_unavailable'],
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
  summary: 'Choose post, reason, direction and the first tab for the shift',
  method: 'PUT',
  path: '/officers/me/defaults',
  access: 'officer',
  input: officerDefaultsSchema,
  output: officerSchema,
})

/** An invitation: whoever has its token chooses the password, once. */
export const setUpOfficerEndpoint = endpoint({
  id: 'setUpOfficer',
  summary: 'Choose a password by the one-time token of an invitation',
  method: 'POST',
  path: '/officers/setups',
  input: z.object({ token: tokenSchema.check(z.maxLength(200)), password: newPasswordSchema }),
  output: z.object({}),
  status: 204,
  errors: ['not_found', 'audit_unavailable'],
})

export const changePasswordEndpoint = endpoint({
  id: 'changePassword',
  summary: 'Choose another password; every other session ends',
  method: 'PUT',
  path: '/officers/me/password',
  access: 'officer',
  input: z.object({ currentPassword: typedPasswordSchema, password: newPasswordSchema }),
  output: z.object({}),
  status: 204,
  errors: ['officer_login_failed', 'audit_unavailable'],
})

/** A TOTP secret, shown once. */
export const totpSecretSchema = z.object({
  /** Base32, to be typed where no picture can be taken. */
  secret: z.string(),
  /** The address that authenticator apps read as a QR code. */
  otpauthUri: z.string(),
})
export type TotpSecret = z.infer<typeof totpSecretSchema>

export const setUpTotpEndpoint = endpoint({
  id: 'setUpTotp',
  summary: 'Make a TOTP secret, shown once; it counts from its first code on',
  method: 'POST',
  path: '/officers/me/totp',
  access: 'officer',
  input: z.object({}),
  output: totpSecretSchema,
  status: 201,
})

export const confirmTotpEndpoint = endpoint({
  id: 'confirmTotp',
  summary: 'Confirm the TOTP secret by a code of it; each sign-in asks for one from then on',
  method: 'POST',
  path: '/officers/me/totp/confirm',
  access: 'officer',
  input: z.object({ code: totpCodeSchema }),
  output: z.object({}),
  status: 204,
  errors: ['officer_login_failed', 'audit_unavailable'],
})
