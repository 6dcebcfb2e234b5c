import * as z from 'zod/mini'

/** An error on the wire: `application/problem+json` (RFC 9457) with our members. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  retryAfterSeconds: z.optional(z.int()),
  triesLeft: z.optional(z.int()),
  issues: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
})
export type Problem = z.infer<typeof problemSchema>
