import { errorStatus, type KbytError } from '@kbyt/sdk'
import type { Problem } from '@kbyt/sdk/schema'

/** The error as it goes over the wire (RFC 9457): its code and what a caller can act on, no text of ours. */
export function toProblem(error: KbytError): Problem {
  const { code, retryAfterSeconds, triesLeft, issues } = error
  return {
    type: `urn:kbyt:error:${code}`,
    title: code,
    status: errorStatus[code] ?? 500,
    code,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(triesLeft === undefined ? {} : { triesLeft }),
    ...(issues.length === 0 ? {} : { issues: issues.map((issue) => ({ ...issue })) }),
  }
}
