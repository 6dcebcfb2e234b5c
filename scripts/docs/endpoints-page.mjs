import { listFields } from '../../packages/sdk/scripts/list-fields.mjs'
import { contract } from '../../packages/sdk/src/schema/contract.ts'
import { fullPath, hasBody } from '../../packages/sdk/src/schema/endpoint.ts'

/** @typedef {(typeof contract)[number]} Endpoint */

const anybody = 'anybody; on other origins than the API’s own with a publishable key'
const accessWords = {
  citizen: 'a citizen with a session',
  officer: 'an officer with a session',
  device: 'a machine with its device key',
  subscriber: 'a subscriber of the feed with its key',
  source: 'another declaration system with the token it signed for this body',
}

/**
 * @param {string} title
 * @param {import('../../packages/sdk/src/schema/endpoint.ts').ObjectSchema} schema
 */
function makeTable(title, schema) {
  const fields = listFields(schema)
  if (fields.length === 0) return `${title}: nothing.`
  const rows = fields.map(
    ({ path, type, isRequired }) => `| \`${path}\` | ${type} | ${isRequired ? 'yes' : ''} |`,
  )
  return `${title}:\n\n| field | type | required |\n|---|---|---|\n${rows.join('\n')}`
}

/** @param {readonly string[]} types */
const toFormat = (types) =>
  String(types) === 'application/json' ? '' : ` as ${types.map((type) => `\`${type}\``).join(', ')}`

/** @param {Endpoint['output']} output */
const toOutput = (output) =>
  isObjectSchema(output) ? makeTable('Output', output) : 'Output: the file.'

/**
 * @param {Endpoint['output']} output
 * @returns {output is Extract<Endpoint['output'], import('../../packages/sdk/src/schema/endpoint.ts').ObjectSchema>}
 */
const isObjectSchema = (output) => !('format' in output.def) && output.def.type !== 'string'

/** @param {Endpoint} endpoint */
function makeSection({ id, summary, method, path, access, input, output, ...rest }) {
  const facts = [
    `For ${access.map((each) => accessWords[each]).join(', or ') || anybody}.`,
    rest.isIdempotent ? 'Takes an Idempotency-Key.' : '',
    hasBody(method) ? `At most ${rest.maxBytes} bytes${toFormat(rest.accepts)}.` : '',
    `Answers ${rest.status}${toFormat(rest.produces)}.`,
  ]
  return `## ${id}

\`${method} ${fullPath(path)}\`: ${summary}. ${facts.filter(Boolean).join(' ')}

${makeTable('Input', input)}

${toOutput(output)}

Errors: ${rest.errors.map((code) => `\`${code}\``).join(', ')}.`
}

/** The page of all endpoints. */
export function makeEndpointsPage() {
  return `# Endpoints

What the server answers under its origin; the same as OpenAPI 3.1 at \`GET /v1/openapi.json\`. Input is path parameters and body
(POST, PUT) or query (GET, DELETE) as one object. Send \`Authorization: Bearer …\` with the session's token, else the
publishable key. What each error means stands in [errors](errors.md).

${contract.map(makeSection).join('\n\n')}
`
}
