import * as z from 'zod/mini'
import { addressSchema, countryCodeSchema } from './address.js'
import { birthSchema, instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { identityDocumentSchema } from './identity-document.js'
import { withCode } from './issue.js'
import { genderSchema } from './person.js'
import { personNameSchema } from './person-name.js'
import { phoneSchema } from './phone.js'
import { idSchema, lineSchema, openWordSchema, slugSchema } from './text.js'

// dispatch 391, I.1: whoever declared in one of the four systems need not declare in another

/** The national systems that declarations come in from: Bluezone, NCOVI, Vietnam Health Declaration. */
export const importSources = ['bluezone', 'ncovi', 'vhd'] as const
/** A national system; one of `importSources`. */
export type ImportSource = (typeof importSources)[number]

/** The longest import in bytes, the most lines of one, and the longest line in bytes. */
export const importLimits = { bytes: 10_485_760, lines: 10_000, lineBytes: 16_384 } as const

/** How far the signing of an import may lie from its arrival. */
export const importWindowMs = 300_000

/** Whom a declaration is about must be told by a numbered document, or by phone, name and birth. */
const isIdentified = ({ identityDocument, phone, fullName, bornOn }: Identity) =>
  (identityDocument !== undefined && identityDocument.type !== 'child') ||
  (phone !== undefined && fullName !== undefined && bornOn !== undefined)

interface Identity {
  readonly identityDocument?: { readonly type: string } | undefined
  readonly phone?: string | undefined
  readonly fullName?: string | undefined
  readonly bornOn?: string | undefined
}

/** One line of an import: a health declaration of one person, with as much as the other system has. */
export const importedDeclarationSchema = z
  .object({
    /** The declaration's id in the other system: a line with the same one is the same declaration. */
    externalId: lineSchema(200),
    declaredAt: instantSchema,
    identityDocument: z.optional(identityDocumentSchema),
    /** The declarer's. */
    phone: z.optional(phoneSchema),
    fullName: z.optional(personNameSchema),
    bornOn: z.optional(birthSchema),
    gender: z.optional(genderSchema),
    nationality: z.optional(countryCodeSchema),
    address: z.optional(addressSchema),
    hasSymptom: z.boolean(),
    hasContact: z.boolean(),
    /** Which ones, where the other system knows: values of `config.symptoms`. */
    symptoms: z.optional(z.array(slugSchema).check(z.maxLength(40))),
    /** Yes or no for values of `config.contacts`. */
    contacts: z.optional(z.record(slugSchema, z.boolean())),
  })
  .check(z.refine(isIdentified, { ...withCode('required'), path: ['identityDocument'] }))
export type ImportedDeclaration = z.infer<typeof importedDeclarationSchema>

/** Why a line was not taken: no JSON, too long, wrong fields, or its id stands for something else. */
export const importFaults = [
  'line-malformed',
  'line-too-long',
  'line-invalid',
  'external-id-reused',
] as const
/** Why a line was not taken; one of `importFaults`. */
export type ImportFault = (typeof importFaults)[number]

/** What became of one line. */
export const importResultSchema = z.object({
  /** From 1; blank lines count, and have no result. */
  line: z.int(),
  result: openWordSchema(['accepted', 'duplicate', 'invalid']),
  /** Of a duplicate: whether it came in before, or the person declared the same here. */
  duplicateOf: z.optional(openWordSchema(['import', 'declaration'])),
  /** Of an invalid line. */
  fault: z.optional(openWordSchema(importFaults)),
  /** With `line-invalid`: the fields, by path and code. */
  issues: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
})
export type ImportResult = z.infer<typeof importResultSchema>

/** What became of an import. */
export const importReceiptSchema = z.object({
  importId: idSchema,
  receivedAt: instantSchema,
  accepted: z.int(),
  duplicates: z.int(),
  invalid: z.int(),
  /** One per line, in order. */
  results: z.array(importResultSchema),
})
export type ImportReceipt = z.infer<typeof importReceiptSchema>

export const importDeclarationsEndpoint = endpoint({
  id: 'importDeclarations',
  summary:
    'Take in health declarations made in a national system, one per line; the bearer token is a JWS ' +
    'over the digest of the body, and sending twice is sending once',
  method: 'POST',
  path: '/imports',
  access: 'source',
  accepts: ['application/x-ndjson'],
  maxBytes: importLimits.bytes,
  input: z.object({ body: z.instanceof(Uint8Array) }),
  output: importReceiptSchema,
  errors: ['import_forged', 'import_stale'],
})
