import * as z from 'zod/mini'
import { isKbytError } from '../../errors.js'
import type { Answer } from './rules.setup.js'

const instant = z.pipe(
  z.string(),
  z.transform((text) => Date.parse(text)),
)
const answerSchema = z.object({
  code: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.int()),
  triesLeft: z.optional(z.int()),
  challengeId: z.optional(z.string()),
  token: z.optional(z.string()),
  expiresAt: z.optional(instant),
  resendAt: z.optional(instant),
})

/** What the server said, as it lies on the wire. */
export function readAnswer(body: string): Answer {
  const { code = 'ok', ...facts } = answerSchema.parse(JSON.parse(body || '{}'))
  return { code, ...facts }
}

/** What a caller of the SDK got to know. */
export async function hearAnswer(calling: Promise<unknown>): Promise<string> {
  try {
    await calling
    return 'ok'
  } catch (error) {
    return isKbytError(error) ? error.code : 'gone'
  }
}
