import * as z from 'zod/mini'
import { calendarDateSchema, instantSchema } from './calendar-date.js'
import { channelSchema } from './channel.js'
import { declarationKindSchema } from './config.js'
import { endpoint } from './endpoint.js'
import { withCode } from './issue.js'
import { filedJourneySchema, journeySchema } from './journey.js'
import { passSchema } from './pass.js'
import { filedPersonSchema, personSchema, relationSchema, relations } from './person.js'
import { pointCodeSchema } from './point-code.js'
import { idSchema, openWordSchema, slugSchema } from './text.js'

/** The answers about one person's health and contacts. */
export const healthSchema = z.object({
  /** Values of `config.symptoms`; empty means none of them. */
  symptoms: z.array(slugSchema).check(z.maxLength(40)),
  /** Yes or no for each value of `config.contacts`. */
  contacts: z.record(slugSchema, z.boolean()),
  /** Values of `config.conditions`. */
  conditions: z.optional(z.array(slugSchema).check(z.maxLength(40))),
  isPregnant: z.optional(z.boolean()),
})
export type Health = z.infer<typeof healthSchema>

/** How exactly a place of the look-back window is asked. */
const recentPlaceLevels = ['province', 'country'] as const

/** Another province or country visited in the look-back window, province level only (dispatch 391, I.2.b). */
export const recentPlaceSchema = z
  .object({
    level: z.enum(recentPlaceLevels),
    /** GSO province code, or ISO 3166-1 alpha-2. */
    code: z.string().check(z.minLength(1), z.regex(/^(?:\d{2}|[A-Z]{2})$/)),
    from: calendarDateSchema,
    to: calendarDateSchema,
  })
  .check(
    z.refine(({ level, code }) => /^\d/.test(code) === (level === 'province'), {
      ...withCode('place_unknown'),
      path: ['code'],
    }),
    z.refine(({ from, to }) => from <= to, { ...withCode('date_order'), path: ['to'] }),
  )
export type RecentPlace = z.infer<typeof recentPlaceSchema>

/** One person of a declaration with the answers that are theirs. */
export const declaredPersonSchema = z.object({
  relation: relationSchema,
  person: personSchema,
  health: healthSchema,
  /** Empty means nowhere else. */
  recentPlaces: z.array(recentPlaceSchema).check(z.maxLength(20)),
})
export type DeclaredPerson = z.infer<typeof declaredPersonSchema>

/** The languages of the product. */
export const languages = ['vi', 'en'] as const
/** The language somebody reads in. */
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** A box the declarer ticked: which text, in which version and language. */
export const consentSchema = z.object({
  purpose: slugSchema,
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  language: languageSchema,
})
export type Consent = z.infer<typeof consentSchema>

const declarationShape = {
  people: z.array(declaredPersonSchema).check(z.minLength(1), z.maxLength(20)),
  consents: z.array(consentSchema).check(z.maxLength(20)),
  /** A code of `config.posts`, on a post's own computer: the channel is `post` then, the pass is printed. */
  post: z.optional(slugSchema),
  /**
   * The declaration point whose poster opened the form. One the portal does not know (any more) is kept
   * as it came: an old poster turns nobody away.
   */
  point: z.optional(pointCodeSchema),
}

/** How a declaration that was not made on the declarer's own device came in. */
export const handlingSchema = z.object({
  post: z.optional(slugSchema),
  /** Who helped (`assisted`). */
  assistedBy: z.optional(z.string()),
  /** Why on paper, the moment on it, who checked and who entered it (`paper`). */
  reason: z.optional(z.string()),
  writtenAt: z.optional(instantSchema),
  checkedBy: z.optional(z.string()),
  enteredBy: z.optional(z.string()),
  enteredAt: z.optional(instantSchema),
})
export type Handling = z.infer<typeof handlingSchema>

/** KBYT trong tỉnh: the in-province declaration, for oneself and relatives (dispatch 391, I.2.a, I.4.b). */
export const domesticDeclarationSchema = z.object({
  kind: z.literal('domestic'),
  ...declarationShape,
})
export type DomesticDeclaration = z.infer<typeof domesticDeclarationSchema>

/** Khai báo về Huế: the same before coming into the province, and the journey (dispatch 391, I.2.b). */
export const entryDeclarationSchema = z.object({
  kind: z.literal('entry'),
  ...declarationShape,
  journey: journeySchema,
})
export type EntryDeclaration = z.infer<typeof entryDeclarationSchema>

/** What can be sent to `POST /declarations`, told apart by `kind`. */
export const declarationSchema = z.discriminatedUnion('kind', [
  domesticDeclarationSchema,
  entryDeclarationSchema,
])
export type Declaration = z.infer<typeof declarationSchema>

const filedRecentPlaceSchema = z.object({
  level: openWordSchema(recentPlaceLevels),
  code: z.string(),
  from: calendarDateSchema,
  to: calendarDateSchema,
})
/** A place of the look-back window as it was filed. */
export type FiledRecentPlace = z.infer<typeof filedRecentPlaceSchema>

/** A person of a declaration as they were filed (decision 0008). */
export const filedDeclaredPersonSchema = z.object({
  relation: openWordSchema(relations),
  person: filedPersonSchema,
  health: healthSchema,
  recentPlaces: z.array(filedRecentPlaceSchema),
})
export type FiledDeclaredPerson = z.infer<typeof filedDeclaredPersonSchema>

/** A ticked box as it was filed (decision 0008). */
export const filedConsentSchema = z.object({
  purpose: slugSchema,
  version: z.string(),
  language: openWordSchema(languages),
})
export type FiledConsent = z.infer<typeof filedConsentSchema>

/** A stored declaration as its declarer sees it, one pass per person. */
export const filedDeclarationSchema = z.object({
  declarationId: idSchema,
  kind: declarationKindSchema,
  channel: channelSchema,
  declaredAt: instantSchema,
  /** Absent for `self`. */
  handling: z.optional(handlingSchema),
  withdrawnAt: z.optional(instantSchema),
  /** Everybody in it is named by a newer declaration of the same kind, from the same phone, that stands. */
  isSuperseded: z.boolean(),
  people: z.array(
    z.object({ personId: idSchema, ...filedDeclaredPersonSchema.shape, pass: passSchema }),
  ),
  /** With `kind: 'entry'`, and only then. */
  journey: z.optional(filedJourneySchema),
  consents: z.array(filedConsentSchema),
  point: z.optional(pointCodeSchema),
})
export type FiledDeclaration = z.infer<typeof filedDeclarationSchema>

export const submitDeclarationEndpoint = endpoint({
  id: 'submitDeclaration',
  summary: 'Declare for oneself and relatives; one signed pass per person',
  method: 'POST',
  path: '/declarations',
  access: 'citizen',
  input: declarationSchema,
  output: filedDeclarationSchema,
  status: 201,
  isIdempotent: true,
  errors: ['form_closed', 'rate_limited'],
})

export const findDeclarationsEndpoint = endpoint({
  id: 'findDeclarations',
  summary: 'The declarations sent from the proven phone, newest first',
  method: 'GET',
  path: '/declarations',
  access: 'citizen',
  input: z.object({ kind: z.optional(declarationKindSchema) }),
  output: z.object({ declarations: z.array(filedDeclarationSchema) }),
})

export const withdrawDeclarationEndpoint = endpoint({
  id: 'withdrawDeclaration',
  summary: 'Withdraw a declaration; its passes are no longer valid',
  method: 'POST',
  path: '/declarations/{declarationId}/withdraw',
  access: 'citizen',
  input: z.object({ declarationId: idSchema }),
  output: filedDeclarationSchema,
  isIdempotent: true,
  errors: ['declaration_not_found'],
})
