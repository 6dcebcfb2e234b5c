import * as z from 'zod/mini'
import { addressSchema, countryCodeSchema, filedAddressSchema } from './address.js'
import { birthSchema } from './calendar-date.js'
import { documentTypes, identityDocumentSchema } from './identity-document.js'
import { withCode } from './issue.js'
import { personNameSchema } from './person-name.js'
import { phoneSchema } from './phone.js'
import { openWordSchema } from './text.js'

/** As the form asks it: Nam, Nữ, Khác. */
export const genders = ['male', 'female', 'other'] as const
/** Gender as the form asks it; one of `genders`. */
export const genderSchema = z.enum(genders)
export type Gender = z.infer<typeof genderSchema>

/** What a person may be to the declarer. */
export const relations = [
  'self',
  'child',
  'parent',
  'spouse',
  'sibling',
  'grandparent',
  'other',
] as const
/** The person's relation to the declarer; the declarer is `self`. */
export const relationSchema = z.enum(relations)
export type Relation = z.infer<typeof relationSchema>

/** 15 characters of the card, or the 10-digit social insurance number on newer ones (shared/domain/bhyt.json). */
export const insuranceNumberSchema = z.string().check(
  z.minLength(1),
  z.refine((text) => /^(?:[A-Z]{2}[1-5]\d{12}|\d{10})$/.test(text), withCode('document_format')),
)

/** Who a person is, where they live and how to reach them. */
export const personSchema = z.object({
  fullName: personNameSchema,
  identityDocument: identityDocumentSchema,
  /** Birth date, or the year alone. */
  bornOn: birthSchema,
  gender: genderSchema,
  nationality: countryCodeSchema,
  phone: z.optional(phoneSchema),
  email: z.optional(z.email().check(z.maxLength(254))),
  address: addressSchema,
  insuranceNumber: z.optional(insuranceNumberSchema),
})
export type Person = z.infer<typeof personSchema>

/** A person as they were filed: the words may be newer than this version, the rules too (decision 0008). */
export const filedPersonSchema = z.object({
  fullName: z.string(),
  identityDocument: z.object({ type: openWordSchema(documentTypes), number: z.string() }),
  /** Birth date, or the year alone. */
  bornOn: z.string(),
  gender: openWordSchema(genders),
  /** ISO 3166-1 alpha-2. */
  nationality: z.string(),
  /** E.164. */
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  address: filedAddressSchema,
  insuranceNumber: z.optional(z.string()),
})
export type FiledPerson = z.infer<typeof filedPersonSchema>
