import * as z from 'zod/mini'
import { placesVersionSchema, wardCodeSchema } from './address.js'
import { instantSchema } from './calendar-date.js'
import { declarationKindSchema } from './config.js'

/** How a pass stands: it is worth something only while valid. */
export const passStates = ['valid', 'expired', 'withdrawn'] as const

/** A person's signed QR as its owner gets it. */
export const passSchema = z.object({
  /** 16 hex digits, the id inside the signed payload. */
  passId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** What the QR shows: digits only. */
  text: z.string().check(z.regex(/^[1-9]\d{0,999}$/)),
  kind: declarationKindSchema,
  displayName: z.string(),
  issuedAt: instantSchema,
  validUntil: instantSchema,
  state: z.enum(passStates),
})
export type Pass = z.infer<typeof passSchema>

/** What an entry pass says beyond a domestic one; days are whole days before `declaredAt`. */
const entryFactsSchema = z.object({
  placesVersion: placesVersionSchema,
  destinationWard: wardCodeSchema,
  stays: z.array(
    z.object({ wardCode: wardCodeSchema, firstDaysBefore: z.int(), lastDaysBefore: z.int() }),
  ),
})

/** What a verified pass QR says: facts, no verdict. */
export const checkedPassSchema = z.object({
  passId: z.string(),
  statusIndex: z.int(),
  kind: declarationKindSchema,
  displayName: z.string(),
  birthYear: z.int(),
  /** The last three characters of the ID number, to hold beside the card. */
  idEnding: z.string(),
  declaredAt: instantSchema,
  validUntil: instantSchema,
  isPrinted: z.boolean(),
  shouldAskOfficer: z.boolean(),
  entry: z.optional(entryFactsSchema),
})
export type CheckedPass = z.infer<typeof checkedPassSchema>
