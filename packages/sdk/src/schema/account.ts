import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { consentSchema, filedConsentSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { filedPersonSchema, personSchema } from './person.js'
import { idSchema, openWordSchema } from './text.js'

/** Nobody looked (*Chưa xác minh*), or the card's photo agrees with what was typed (*Đã xác minh*). */
export const verificationStates = ['unverified', 'verified'] as const

/** Who registers, once, for *Mã QR của tôi*. */
export const newAccountSchema = z.object({
  /** The holder; a child with nine zeros has no account of its own. */
  person: personSchema,
  consents: z.array(consentSchema).check(z.maxLength(20)),
})
export type NewAccount = z.infer<typeof newAccountSchema>

/** An account: one per proven phone. */
export const accountSchema = z.object({
  accountId: idSchema,
  personId: idSchema,
  person: filedPersonSchema,
  verification: openWordSchema(verificationStates),
  verifiedAt: z.optional(instantSchema),
  createdAt: instantSchema,
  /** When it is deleted unless it is used before. */
  keptUntil: z.optional(instantSchema),
  consents: z.array(filedConsentSchema),
})
export type Account = z.infer<typeof accountSchema>

/** The device that will draw *Mã QR của tôi*. */
export const grantRequestSchema = z.object({
  /** A compressed P-256 point of 33 bytes, base64url, as `openHolderKey` has it. */
  devicePublicKey: z.string().check(z.regex(/^A[g-z0-9_-][\w-]{42}$/)),
})
export type GrantRequest = z.infer<typeof grantRequestSchema>

/** What a device draws from, a day each; they go on from day to day. */
export const grantListSchema = z.object({
  /** Compact JWS (typ `kbyt-grant`), the earliest first, 7 at most. */
  grants: z.array(z.string()).check(z.maxLength(7)),
  /** Ask again before it: the last of them ends then. */
  validUntil: instantSchema,
})
export type GrantList = z.infer<typeof grantListSchema>

export const createAccountEndpoint = endpoint({
  id: 'createAccount',
  summary: 'Register an account for the proven phone',
  method: 'POST',
  path: '/accounts',
  access: 'citizen',
  input: newAccountSchema,
  output: accountSchema,
  status: 201,
  isIdempotent: true,
  errors: ['account_exists'],
})

export const getAccountEndpoint = endpoint({
  id: 'getAccount',
  summary: 'The account of the proven phone',
  method: 'GET',
  path: '/accounts/me',
  access: 'citizen',
  input: z.object({}),
  output: accountSchema,
  errors: ['account_not_found'],
})

export const updateAccountEndpoint = endpoint({
  id: 'updateAccount',
  summary: 'Correct the account; who becomes somebody else is no longer verified',
  method: 'PUT',
  path: '/accounts/me',
  access: 'citizen',
  input: newAccountSchema,
  output: accountSchema,
  errors: ['account_not_found'],
})

export const getGrantsEndpoint = endpoint({
  id: 'getGrants',
  summary: 'Up to 7 daily grants for one device; a new device takes the place of the one before',
  method: 'POST',
  path: '/accounts/me/grants',
  access: 'citizen',
  input: grantRequestSchema,
  output: grantListSchema,
  status: 201,
  errors: ['account_not_found'],
})
