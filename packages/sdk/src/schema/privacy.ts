import * as z from 'zod/mini'
import { accountSchema } from './account.js'
import { instantSchema } from './calendar-date.js'
import { channelSchema } from './channel.js'
import { filedDeclarationSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { identityDocumentSchema } from './identity-document.js'
import { importSources } from './import.js'
import { withCode } from './issue.js'
import { idSchema, lineSchema, openWordSchema } from './text.js'
import { keptCardPhotosSchema } from './verification.js'

/** A consent as it is on record: for which text, when, how, and for how many people. */
export const consentRecordSchema = z.object({
  purpose: z.string(),
  version: z.string(),
  language: z.string(),
  at: instantSchema,
  channel: z.optional(channelSchema),
  /** What it was given with. */
  declarationId: z.optional(idSchema),
  /** The declarer consents for everybody declared along. */
  people: z.int(),
  /** SHA-256 of the text in that language, base64url; absent once the portal has a newer one. */
  textHash: z.optional(z.string()),
})
export type ConsentRecord = z.infer<typeof consentRecordSchema>

/**
 * Everything kept under the proven phone, and under the document that its account has proven, for people to
 * read and programs to take along.
 */
export const personalDataSchema = z.object({
  exportedAt: instantSchema,
  /** E.164. */
  phone: z.string(),
  account: z.optional(accountSchema),
  declarations: z.array(filedDeclarationSchema),
  consents: z.array(consentRecordSchema),
  visits: z.array(
    z.object({
      venueCode: z.string(),
      venueName: z.optional(z.string()),
      direction: z.string(),
      at: instantSchema,
    }),
  ),
  /** What other systems sent of the phone, or of the document that its account has proven. */
  imports: z.array(
    z.object({
      source: openWordSchema(importSources),
      receivedAt: instantSchema,
      /** As the other system sent it. */
      declaration: z.record(z.string(), z.unknown()),
    }),
  ),
  /** What the account was verified by, where the portal keeps it. */
  cardPhotos: z.optional(keptCardPhotosSchema),
  /** Venues the phone works at. */
  venues: z.array(
    z.object({
      venueCode: z.string(),
      role: z.string(),
      name: z.optional(z.string()),
      /** Whom to ask, as the owner gave it; shown to the owner alone. */
      contact: z.optional(z.object({ fullName: z.string(), phone: z.string() })),
    }),
  ),
  /** How many days each class of data is kept after it ended. */
  keptDays: z.record(z.string(), z.number()),
})
export type PersonalData = z.infer<typeof personalDataSchema>

/** What became of a request to be forgotten. */
export const erasureSchema = z.object({
  erasedAt: instantSchema,
  erasedDeclarations: z.int(),
  /** Declarations of a journey that a measure may still hold for; they go by themselves at `until`. */
  kept: z.array(z.object({ declarationId: idSchema, until: instantSchema })),
  /**
   * People whose numbered document was only typed here. What others recorded under that number (a card
   * scanned at a venue, another system) may be a stranger's: it is left, whether there is any or not. A
   * verified account takes its holder's along; for anybody else an officer does (`erasePerson`).
   */
  unprovenPeople: z.int(),
})
export type Erasure = z.infer<typeof erasureSchema>

/** Why a declaration is left: a phone declared it and has it erased, or it names others as well. */
export const leftReasons = ['phone', 'others'] as const

/** Somebody who asks an officer in person, with their documents in hand. */
export const personErasureRequestSchema = z.object({
  /** The numbered documents the officer has seen: ID card, passport, insurance card. */
  documents: z.array(identityDocumentSchema).check(
    z.minLength(1),
    z.maxLength(3),
    z.refine((all) => all.every(({ type }) => type !== 'child'), withCode('document_format')),
  ),
  /** How it was asked for, such as the number of the letter; it is kept sealed in the audit log. */
  grounds: lineSchema(200),
  /** Erase declarations of theirs that name others too; those others lose their passes. @defaultValue false */
  withOthers: z.optional(z.boolean()),
})
export type PersonErasureRequest = z.infer<typeof personErasureRequestSchema>

/** What became of it. */
export const personErasureSchema = z.object({
  erasedAt: erasureSchema.shape.erasedAt,
  erasedDeclarations: erasureSchema.shape.erasedDeclarations,
  kept: erasureSchema.shape.kept,
  left: z.array(z.object({ declarationId: idSchema, because: openWordSchema(leftReasons) })),
})
export type PersonErasure = z.infer<typeof personErasureSchema>

export const erasePersonEndpoint = endpoint({
  id: 'erasePerson',
  summary: 'Forget somebody who proved no phone and asks an officer of the province; audited',
  method: 'POST',
  path: '/erasures',
  access: 'officer',
  input: personErasureRequestSchema,
  output: personErasureSchema,
  status: 201,
  isIdempotent: true,
  errors: ['rate_limited', 'audit_unavailable'],
})

export const exportPersonalDataEndpoint = endpoint({
  id: 'exportPersonalData',
  summary: 'Everything kept under the proven phone (Law 91/2025: the right to have it)',
  method: 'GET',
  path: '/me/export',
  access: 'citizen',
  input: z.object({}),
  output: personalDataSchema,
})

export const erasePersonalDataEndpoint = endpoint({
  id: 'erasePersonalData',
  summary: 'Forget the proven phone; passes are revoked, the session ends',
  method: 'POST',
  path: '/me/erasures',
  access: 'citizen',
  input: z.object({}),
  output: erasureSchema,
  status: 201,
  isIdempotent: true,
})
