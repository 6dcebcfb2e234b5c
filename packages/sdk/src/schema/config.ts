import * as z from 'zod/mini'
import { placesVersionSchema, provinceCodeSchema } from './address.js'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { localizedSchema, openWordSchema, slugSchema } from './text.js'

export const declarationKinds = ['domestic', 'entry'] as const
export const declarationKindSchema = z.enum(declarationKinds)
export type DeclarationKind = z.infer<typeof declarationKindSchema>

const optionSchema = z.object({ value: slugSchema, label: localizedSchema })
export type ConfigOption = z.infer<typeof optionSchema>

export const postKinds = ['airport', 'station', 'bus', 'road', 'clinic'] as const
const postSchema = z.object({
  code: slugSchema,
  kind: openWordSchema(postKinds),
  name: localizedSchema,
})
export type Post = z.infer<typeof postSchema>

const consentTextSchema = z.object({
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
  symptoms: z.array(optionSchema),
  contacts: z.array(optionSchema),
  conditions: z.array(optionSchema),
  inspectionReasons: z.array(optionSchema),
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
