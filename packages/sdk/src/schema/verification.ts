import * as z from 'zod/mini'
import { accountSchema } from './account.js'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { phoneSchema } from './phone.js'
import { lineSchema, openWordSchema } from './text.js'

/** Two photos of a phone, as base64. */
const maxPhotosBytes = 16_777_216

/** A JPEG or PNG, base64, 6 MB at most. */
const photoSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(8_388_608), z.regex(/^[A-Za-z0-9+/]+={0,2}$/))

/** A photo of the side of the ID card that bears the QR or the machine-readable zone. */
export const cardPhotoSchema = z.object({ card: photoSchema })
export type CardPhoto = z.infer<typeof cardPhotoSchema>

/** What the card says, as far as it could be read: it fills a form, every field can be edited. */
export const cardReadingSchema = z.object({
  idNumber: z.string(),
  fullName: z.optional(z.string()),
  /** In capitals without marks, where the side read bears no other; 30 signs of it at most. */
  latinName: z.optional(z.string()),
  /** Birth date, or the year alone. */
  bornOn: z.optional(z.string()),
  gender: z.optional(z.string()),
  /** Permanent residence as free text. */
  address: z.optional(z.string()),
})
export type CardReading = z.infer<typeof cardReadingSchema>

/** What the account is held against. */
export const verificationPhotosSchema = z.object({
  card: photoSchema,
  selfie: z.optional(photoSchema),
})
export type VerificationPhotos = z.infer<typeof verificationPhotosSchema>

/** Whether the card is that of the account, and the face that of the card. */
export const verificationSchema = z.object({
  account: accountSchema,
  document: openWordSchema(['agrees', 'differs', 'unreadable']),
  /** `not-checked` where the portal compares no faces, or no selfie was sent. */
  face: openWordSchema(['match', 'no-match', 'not-checked']),
  /** Fields of the account that the card says otherwise: correct the one that is wrong. */
  differing: z.array(z.string()),
})
export type Verification = z.infer<typeof verificationSchema>

/** Photos that a verification rests on, where the portal keeps them. */
export const keptCardPhotosSchema = z.extend(verificationPhotosSchema, {
  takenAt: instantSchema,
  keptUntil: instantSchema,
})
export type KeptCardPhotos = z.infer<typeof keptCardPhotosSchema>

/** Whose photos an administrator looks at, and why: that is kept sealed in the audit log. */
export const cardPhotosRequestSchema = z.object({ phone: phoneSchema, grounds: lineSchema(200) })
export type CardPhotosRequest = z.infer<typeof cardPhotosRequestSchema>

export const findCardPhotosEndpoint = endpoint({
  id: 'findCardPhotos',
  summary:
    'The photos an account was verified by, where they are kept; for administrators, audited',
  method: 'POST',
  path: '/accounts/card-photos/lookups',
  access: 'officer',
  input: cardPhotosRequestSchema,
  output: keptCardPhotosSchema,
  errors: ['not_found', 'rate_limited', 'audit_unavailable'],
})

export const readCardEndpoint = endpoint({
  id: 'readCard',
  summary: 'Fill a form in from a photo of the ID card; nothing is kept',
  method: 'POST',
  path: '/accounts/readings',
  access: 'citizen',
  input: cardPhotoSchema,
  output: cardReadingSchema,
  maxBytes: maxPhotosBytes,
  errors: ['card_unreadable', 'ekyc_unavailable'],
})

export const verifyAccountEndpoint = endpoint({
  id: 'verifyAccount',
  summary: 'Hold the account against a photo of the ID card, and the card against a face',
  method: 'POST',
  path: '/accounts/me/verifications',
  access: 'citizen',
  input: verificationPhotosSchema,
  output: verificationSchema,
  maxBytes: maxPhotosBytes,
  errors: ['account_not_found', 'card_unreadable', 'ekyc_unavailable'],
})
