import * as z from 'zod/mini'
import {
  districtCodeSchema,
  filedAddressSchema,
  placesVersionSchema,
  provinceCodeSchema,
  wardCodeSchema,
} from './address.js'
import { birthSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { genderSchema, genders, insuranceNumberSchema } from './person.js'
import { personNameSchema } from './person-name.js'
import { lineSchema, openWordSchema } from './text.js'

/** A card to look up, with a year that a stranger who tries numbers does not know. */
export const insuranceLookupSchema = z.object({
  cardNumber: insuranceNumberSchema,
  birthYear: z.int().check(z.minimum(1900), z.maximum(2100)),
})
export type InsuranceLookup = z.infer<typeof insuranceLookupSchema>

/** What an insurer may say of a card's holder. */
export const insuredPersonSchema = z.object({
  fullName: personNameSchema,
  /** Birth date, or the year alone. */
  bornOn: birthSchema,
  gender: z.optional(genderSchema),
  /** As far down as the insurer knows it. */
  address: z.optional(
    z.object({
      placesVersion: placesVersionSchema,
      provinceCode: provinceCodeSchema,
      districtCode: z.optional(districtCodeSchema),
      wardCode: z.optional(wardCodeSchema),
      hamlet: z.optional(lineSchema(100)),
      street: z.optional(lineSchema(200)),
    }),
  ),
})
export type InsuredPerson = z.infer<typeof insuredPersonSchema>

/** The same as a form gets it: it fills in, it proves nothing, and the form checks it (decision 0008). */
export const filledPersonSchema = z.object({
  fullName: z.string(),
  /** Birth date, or the year alone. */
  bornOn: z.string(),
  gender: z.optional(openWordSchema(genders)),
  /** As far down as the insurer knows it. */
  address: z.optional(filedAddressSchema),
})
export type FilledPerson = z.infer<typeof filledPersonSchema>

export const lookUpInsuranceEndpoint = endpoint({
  id: 'lookUpInsurance',
  summary: 'Fill a person in from their health insurance card; 5 an hour per phone',
  method: 'POST',
  path: '/insurance/lookups',
  access: 'citizen',
  input: insuranceLookupSchema,
  output: filledPersonSchema,
  errors: ['insurance_not_found', 'insurance_unavailable'],
})
