import * as z from 'zod/mini'
import { urlSchema } from './url-schema.js'

/** How an operator wants the number: `+84905123456`, `84905123456` or `0905123456`. */
const phoneFormats = ['+84', '84', '0'] as const
export type PhoneFormat = (typeof phoneFormats)[number]

/**
 * A request to an operator's HTTP interface, and how its yes looks. In every text of `headers` and
 * `body`, `{to}`, `{text}`, `{messageId}`, `{template}`, `{params.code}` and the gateway's own
 * settings, such as `{secret}`, are filled in.
 */
export const httpTemplateSchema = z.strictObject({
  url: urlSchema,
  /** @defaultValue 'json' */
  format: z._default(z.enum(['json', 'form']), 'json'),
  headers: z._default(z.record(z.string(), z.string()), {}),
  body: z.record(z.string(), z.json()),
  phone: z.enum(phoneFormats),
  /** All of them hold in the answer to a message that was taken; `path` is `RPLY.ERROR` or `result.0.r`. */
  accepted: z
    .array(z.strictObject({ path: z.string().check(z.minLength(1)), equals: z.string() }))
    .check(z.minLength(1)),
})
export type HttpTemplate = z.infer<typeof httpTemplateSchema>
