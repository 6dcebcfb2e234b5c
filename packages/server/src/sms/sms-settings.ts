import * as z from 'zod/mini'
import { httpTemplateSchema } from './gateways/http-template.js'
import { isPrivateHost } from './gateways/is-private-host.js'
import { urlSchema } from './gateways/url-schema.js'
import { wordingSchema } from './wording-schema.js'

const textSchema = z
  .string()
  .check(z.regex(/^[\x20-\x7e]{1,200}$/, { error: 'must be 1 to 200 signs without diacritics' }))
/** A brandname (shared/domain/sms-gateways.json); some operators take no `_`. */
const senderSchema = z.string().check(
  z.regex(/^[A-Za-z0-9._ -]{1,11}$/, {
    error: 'must be a brandname: 1 to 11 letters, digits, spaces or . _ -',
  }),
)
/** From a file as `true`, from the environment as `'true'`. */
const booleanSchema = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })], {
  error: 'must be true or false',
})
const numberSchema = (minimum: number, maximum: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .check(z.int(), z.minimum(minimum), z.maximum(maximum))
/** From a file as an object, from the environment as its JSON. */
const templateSchema = z.pipe(
  z.transform((given) => (typeof given === 'string' ? parseJson(given) : given)),
  httpTemplateSchema,
)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const common = {
  /** The registered text with `{code}`. @defaultValue our own */
  wording: z.optional(wordingSchema),
  /** Whether the registered template may end in `@host #code`. */
  isWebOtpAllowed: z._default(booleanSchema, false),
  /** How long the operator may take; shorter than the outbox waits. */
  timeoutMs: z._default(numberSchema(1_000, 14_000), 10_000),
}

const esmsSchema = z.strictObject({
  gateway: z.literal('esms'),
  ...common,
  url: z.optional(urlSchema),
  apiKey: textSchema,
  secretKey: textSchema,
  sender: senderSchema,
  /** Nothing is sent and nothing is paid. */
  isSandbox: z._default(booleanSchema, false),
})

const speedsmsSchema = z.strictObject({
  gateway: z.literal('speedsms'),
  ...common,
  url: z.optional(urlSchema),
  accessToken: textSchema,
  sender: senderSchema,
  /** 3: a registered brandname. */
  smsType: z._default(numberSchema(2, 5), 3),
})

const stringeeSchema = z.strictObject({
  gateway: z.literal('stringee'),
  ...common,
  url: z.optional(urlSchema),
  keySid: textSchema,
  keySecret: textSchema,
  sender: senderSchema,
})

const vnptSchema = z.strictObject({
  gateway: z.literal('vnpt'),
  ...common,
  url: urlSchema,
  labelId: textSchema,
  contractTypeId: z._default(textSchema, '1'),
  contractId: textSchema,
  templateId: textSchema,
  agentId: textSchema,
  apiUser: textSchema,
  apiPassword: textSchema,
  username: textSchema,
})

const httpSchema = z.strictObject({
  gateway: z.literal('http'),
  ...common,
  template: templateSchema,
  username: z.optional(textSchema),
  secret: z.optional(textSchema),
  sender: z.optional(senderSchema),
})

const smppFields = z.strictObject({
  gateway: z.literal('smpp'),
  ...common,
  host: z.string().check(z.regex(/^[\w.:-]+$/, { error: 'must be a host name or an address' })),
  port: z.optional(numberSchema(1, 65_535)),
  /** False only within this machine or a private network, such as the operator's VPN. */
  isTls: z._default(booleanSchema, true),
  systemId: textSchema,
  password: textSchema,
  systemType: z._default(z.string().check(z.maxLength(12)), ''),
  sender: senderSchema,
})
const smppSchema = smppFields.check(
  z.refine(({ isTls, host }) => isTls || isPrivateHost(host), {
    path: ['isTls'],
    error: 'must be true for a host outside this machine and its private network',
  }),
)

/**
 * Which gateway SMS go through, with what it needs: `gateway` names it. The names are those of the
 * variables: `apiKey` is `KBYT_SMS_API_KEY`.
 */
export const smsSettingsSchema = z.discriminatedUnion('gateway', [
  z.strictObject({ gateway: z.literal('console') }),
  esmsSchema,
  speedsmsSchema,
  stringeeSchema,
  vnptSchema,
  httpSchema,
  smppSchema,
])
export type SmsSettings = z.infer<typeof smsSettingsSchema>
/** The settings as they are given: without defaults, numbers and booleans as text or as they are. */
export type SmsSettingsInput = z.input<typeof smsSettingsSchema>
export type SmppSettings = z.infer<typeof smppSchema>
