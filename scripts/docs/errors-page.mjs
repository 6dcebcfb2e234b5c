import { errorStatus, isErrorCode } from '../../packages/sdk/src/errors.ts'
import { contract } from '../../packages/sdk/src/schema/contract.ts'
import { hasBody } from '../../packages/sdk/src/schema/endpoint.ts'
import { issueCodes } from '../../packages/sdk/src/schema/issue.ts'
import { errorMeanings } from './error-meanings.mjs'

/** @typedef {import('../../packages/sdk/src/errors.ts').ErrorCode} ErrorCode */

/** The endpoints that share codes because of what they are, by what they are. */
const groups = [
  { name: 'every endpoint', members: contract.filter(() => true) },
  { name: 'every endpoint with a body', members: contract.filter(({ method }) => hasBody(method)) },
  {
    name: 'every endpoint with a session',
    members: contract.filter(({ access }) => access.length > 0),
  },
  {
    name: 'every endpoint with an Idempotency-Key',
    members: contract.filter(({ isIdempotent }) => isIdempotent),
  },
]

/** @param {ErrorCode} code */
function answeredBy(code) {
  const endpoints = contract.filter(({ errors }) => errors.includes(code))
  const ids = endpoints.map(({ id }) => id).join()
  const group = groups.find(({ members }) => members.map(({ id }) => id).join() === ids)
  if (group) return group.name
  if (endpoints.length === 0) return '–'
  return endpoints.map(({ id }) => `[\`${id}\`](endpoints.md#${id.toLowerCase()})`).join(', ')
}

const toRow = (/** @type {ErrorCode} */ code) =>
  `| \`${code}\` | ${errorStatus[code] ?? '–'} | ${errorMeanings[code]} | ${answeredBy(code)} |`

/** The page of all error and issue codes. */
export function makeErrorsPage() {
  const codes = Object.keys(errorStatus).filter(isErrorCode)
  return `# Errors

Every failure of the SDK is a \`KbytError\`; tell them apart by \`code\`, never by \`message\`. On the wire an error is
\`application/problem+json\` with the same \`code\`. A code without a status never crosses the wire.

| code | status | meaning and way out | answered by |
|---|---|---|---|
${codes.map(toRow).join('\n')}

## Issues

What \`input_invalid\` says of a field, in \`issues: [{ path, code }]\`; \`path\` is dotted, as in \`people.0.person.fullName\`.

${issueCodes.map((code) => `\`${code}\``).join(' · ')}
`
}
