import * as z from 'zod/mini'
import { placesVersionSchema, provinceCodeSchema } from './address.js'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { localizedSchema, openWordSchema, slugSchema } from './text.js'

/** In-province declaration (KBYT trong tỉnh), or before coming in (Khai báo về Huế). */
export const declarationKinds = ['domestic', 'entry'] as const
/** Which declaration; one of `declarationKinds`. */
export const declarationKindSchema = z.enum(declarationKinds)
export type DeclarationKind = z.infer<typeof declarationKindSchema>

/** A choice of a list the portal decides, such as a symptom. */
export const configOptionSchema = z.object({ value: slugSchema, label: localizedSchema })
export type ConfigOption = z.infer<typeof configOptionSchema>

/** What a post stands at. */
export const postKinds = ['airport', 'station', 'bus', 'road', 'clinic'] as const
/** A post of the portal, where officers check. */
export const postSchema = z.object({
  code: slugSchema,
  kind: openWordSchema(postKinds),
  name: localizedSchema,
})
export type Post = z.infer<typeof postSchema>

/** A text the declarer is asked to agree to. */
export const consentTextSchema = z.object({
  purpose: slugSchema,
  version: z.string(),
  /** Without it no declaration can be taken. */
  isRequired: z.boolean(),
  text: localizedSchema,
})
export type ConsentText = z.infer<typeof consentTextSchema>

const formSchema = z.object({
  kind: openWordSchema(declarationKinds),
  opensAt: z.optional(instantSchema),
  closesAt: z.optional(instantSchema),
})

/** What a portal decides: its names, places, lists, texts and limits. */
export const configSchema = z.object({
  /** Who signs the QRs; a verifier trusts keys per issuer. */
  issuer: z.string(),
  portalName: localizedSchema,
  /** The brandname the SMS comes from, as DTTM_TTHUE. */
  smsSender: z.string(),
  provinceCode: provinceCodeSchema,
  placesVersion: placesVersionSchema,
  forms: z.array(formSchema),
  posts: z.array(postSchema),
  consents: z.array(consentTextSchema),
  symptoms: z.array(configOptionSchema),
  contacts: z.array(configOptionSchema),
  conditions: z.array(configOptionSchema),
  inspectionReasons: z.array(configOptionSchema),
  limits: z.object({ maxPeople: z.int(), lookBackDays: z.int() }),
  passDays: z.object({ domestic: z.int(), entry: z.int() }),
})
export type Config = z.infer<typeof configSchema>

export const getConfigEndpoint = endpoint({
  id: 'getConfig',
  summary: 'What this portal decides: names, places version, lists, texts, limits',
  method: 'GET',
  path: '/config',
  input: z.object({}),
  output: configSchema,
})
