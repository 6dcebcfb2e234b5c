import { StoreUnavailable } from '../store/store-unavailable.js'
import { toErrorCode } from '../to-error-code.js'

const silence = 'nobody answers there'

/** What a code of PostgreSQL (SQLSTATE) or of the network means for whoever set the address. */
const sentences: readonly (readonly [codes: RegExp, sentence: string])[] = [
  [/^28/, 'it does not let this user in with this password'],
  [/^3D000$/, 'there is no such database'],
  [
    /^(?:3F000|42501)$/,
    'this user may not use what is there: let it own the database and its tables',
  ],
  [/^53/, 'it has no room or no connection left'],
  [/^57P/, 'it is starting or going down'],
  [/^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, silence],
]

/** Says in a sentence why PostgreSQL could not be used; undefined for what no setting can cause. */
export function explainDatabaseFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = toErrorCode(error, '')
  const [, sentence] = sentences.find(([codes]) => codes.test(code)) ?? []
  if (sentence) return `${sentence} (${code})`
  const within = explainDatabaseFault(error.cause)
  return within ?? (error instanceof StoreUnavailable ? silence : undefined)
}
