import * as z from 'zod/mini'
import {
  districtCodeSchema,
  placesVersionSchema,
  provinceCodeSchema,
  wardCodeSchema,
} from './address.js'
import { birthSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { genderSchema, insuranceNumberSchema } from './person.js'
import { personNameSchema } from './person-name.js'
import { lineSchema } from './text.js'

/** A card to look up, with a year that a stranger who tries numbers does not know. */
export const insuranceLookupSchema = z.object({
  cardNumber: insuranceNumberSchema,
  birthYear: z.int().check(z.minimum(1900), z.maximum(2100)),
})
export type InsuranceLookup = z.infer<typeof insuranceLookupSchema>

/** What the insurer knows of a card's holder: it fills a form, it proves nothing. */
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

export const lookUpInsuranceEndpoint = endpoint({
  id: 'lookUpInsurance',
  summary: 'Fill a person in from their health insurance card; 5 an hour per phone',
  method: 'POST',
  path: '/insurance/lookups',
  access: 'citizen',
  input: insuranceLookupSchema,
  output: insuredPersonSchema,
  errors: ['insurance_not_found', 'insurance_unavailable'],
})
