import { isKbytError } from '@kbyt/sdk'

/** The code a call fails with, 'none' when it does not; whatever else it throws is told as it is. */
export const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: unknown) => (isKbytError(error) ? error.code : error),
  )
