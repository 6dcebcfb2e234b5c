import * as z from 'zod/mini'
import { placesVersionSchema, provinceCodeSchema, wardCodeSchema } from './address.js'
import { endpoint } from './endpoint.js'
import { idSchema } from './text.js'

/** An administrative unit, by its code at the statistics office (GSO). */
export const unitSchema = z.object({ code: z.string(), name: z.string() })
export type Unit = z.infer<typeof unitSchema>

/** The provinces of one version of the administrative units. */
export const provinceListSchema = z.object({
  version: placesVersionSchema,
  /** The date these units took effect. */
  validFrom: z.string(),
  provinces: z.array(unitSchema),
})
export type ProvinceList = z.infer<typeof provinceListSchema>

/** One province with its districts (none since 1 July 2025) and wards. */
export const provinceSchema = z.object({
  version: placesVersionSchema,
  code: provinceCodeSchema,
  name: z.string(),
  districts: z.array(unitSchema),
  wards: z.array(
    z.object({ code: z.string(), name: z.string(), districtCode: z.optional(z.string()) }),
  ),
})
export type Province = z.infer<typeof provinceSchema>

export const getProvincesEndpoint = endpoint({
  id: 'getProvinces',
  summary: 'The provinces of one version of the administrative units',
  method: 'GET',
  path: '/places/{version}/provinces',
  input: z.object({ version: placesVersionSchema }),
  output: provinceListSchema,
  errors: ['not_found'],
})

export const getProvinceEndpoint = endpoint({
  id: 'getProvince',
  summary: 'The districts and wards of one province',
  method: 'GET',
  path: '/places/{version}/provinces/{code}',
  input: z.object({ version: placesVersionSchema, code: provinceCodeSchema }),
  output: provinceSchema,
  errors: ['not_found'],
})

/** A hamlet (thôn, tổ dân phố): no public list has them, so ward officers keep their own. */
export const hamletSchema = z.object({ hamletId: idSchema, name: z.string() })
export type Hamlet = z.infer<typeof hamletSchema>

/** The hamlets of a ward, in the order its officers gave them. */
export const hamletListSchema = z.object({
  ward: wardCodeSchema,
  version: placesVersionSchema,
  /** Empty where nobody has entered any: people type theirs. */
  hamlets: z.array(hamletSchema),
})
export type HamletList = z.infer<typeof hamletListSchema>

export const getHamletsEndpoint = endpoint({
  id: 'getHamlets',
  summary: 'The hamlets of one ward',
  method: 'GET',
  path: '/places/hamlets',
  input: z.object({
    ward: wardCodeSchema,
    /** @defaultValue `config.placesVersion` */
    version: z.optional(placesVersionSchema),
  }),
  output: hamletListSchema,
})
