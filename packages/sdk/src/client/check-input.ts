import { KbytError } from '../errors.js'
import type { ObjectSchema } from '../schema/endpoint.js'
import { toInputIssues } from '../schema/issue.js'

/** The input as the endpoint wants it, without fields it does not know: bad input costs no request. */
export function checkInput(schema: ObjectSchema, input: unknown): Record<string, unknown> {
  // reportInput tells a missing value from one of a wrong type; the ZodError then holds what was
  // typed, so it is not kept as the cause.
  const result = schema.safeParse(input, { reportInput: true })
  if (!result.success) {
    throw new KbytError('input_invalid', { issues: toInputIssues(result.error) })
  }
  return { ...result.data }
}
