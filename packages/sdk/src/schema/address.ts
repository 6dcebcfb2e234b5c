import * as z from 'zod/mini'
import { lineSchema } from './text.js'

/** Which state of the administrative units a code belongs to, as `2021-03`. */
export const placesVersionSchema = z.string().check(z.regex(/^\d{4}-\d{2}$/))
/** Two digits of the statistics office (GSO). */
export const provinceCodeSchema = z.string().check(z.minLength(1), z.regex(/^\d{2}$/))
/** Three digits of the statistics office (GSO). */
export const districtCodeSchema = z.string().check(z.minLength(1), z.regex(/^\d{3}$/))
/** Five digits of the statistics office (GSO). */
export const wardCodeSchema = z.string().check(z.minLength(1), z.regex(/^\d{5}$/))
/** The code of a ward, district or province, as an officer's area. */
export const areaCodeSchema = z.string().check(z.regex(/^\d{2,5}$/))
/** ISO 3166-1 alpha-2. */
export const countryCodeSchema = z.string().check(z.minLength(1), z.regex(/^[A-Z]{2}$/))

/**
 * An address down to the hamlet. `districtCode` is absent in units since 1 July 2025, `wardCode` only
 * in the island districts that have no wards (see {@link hasWards}).
 */
export const addressSchema = z.object({
  placesVersion: placesVersionSchema,
  provinceCode: provinceCodeSchema,
  districtCode: z.optional(districtCodeSchema),
  wardCode: z.optional(wardCodeSchema),
  hamlet: z.optional(lineSchema(100)),
  street: z.optional(lineSchema(200)),
})
export type Address = z.infer<typeof addressSchema>

/** An address as it was filed: checked then, so a reader checks nothing again (decision 0008). */
export const filedAddressSchema = z.object({
  placesVersion: z.string(),
  provinceCode: z.string(),
  districtCode: z.optional(z.string()),
  wardCode: z.optional(z.string()),
  hamlet: z.optional(z.string()),
  street: z.optional(z.string()),
})
