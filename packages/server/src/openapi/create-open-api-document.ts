import { errorStatus } from '@kbyt/sdk'
import {
  contract,
  type Endpoint,
  fullPath,
  hasBody,
  type MediaType,
  pathParameters,
  problemSchema,
  takesJson,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'

type Json = Record<string, unknown>

/**
 * The OpenAPI 3.1 document of the contract, made anew from it: it cannot say anything else.
 *
 * @example
 * show(JSON.stringify(createOpenApiDocument(), null, 2))
 */
export function createOpenApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of contract) {
    const path = fullPath(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: toOperation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'KBYT',
      version: '1',
      summary: 'Health declarations (khai báo y tế)',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: toSchema(problemSchema, 'output') },
      securitySchemes: {
        citizen: { type: 'http', scheme: 'bearer' },
        source: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        subscriber: { type: 'http', scheme: 'bearer' },
        device: { type: 'http', scheme: 'bearer' },
        officer: { type: 'apiKey', in: 'cookie', name: '__Host-kbyt_officer' },
      },
    },
  }
}

function toOperation(endpoint: Endpoint): Json {
  const { id, summary, access, status } = endpoint
  const success =
    status === 204 || status === 303
      ? { description: status === 204 ? 'Done' : 'Elsewhere: see Location' }
      : { description: 'OK', content: toContent(endpoint) }
  return {
    operationId: id,
    summary,
    security: access.map((each) => ({ [each]: [] })),
    parameters: toParameters(endpoint),
    ...toRequestBody(endpoint),
    responses: { [status]: success, ...toProblems(endpoint) },
  }
}

/** JSON as the output describes it; any other type is a text of its own format. */
function toContent({ produces, output }: Endpoint): Json {
  const describe = (type: MediaType) =>
    type === 'application/json' ? toSchema(output, 'output') : { type: 'string' }
  return Object.fromEntries(produces.map((type) => [type, { schema: describe(type) }]))
}

/** The fields of an input that travel in the path, and the others. */
function splitFields(endpoint: Endpoint) {
  const { properties = {}, required = [], ...rest } = toSchema(endpoint.input, 'input')
  const inPath = pathParameters(endpoint.path)
  const fields = Object.entries(properties)
  return {
    inPath: fields.filter(([name]) => inPath.includes(name)),
    others: fields.filter(([name]) => !inPath.includes(name)),
    required: required.filter((name) => !inPath.includes(name)),
    rest,
  }
}

function toParameters(endpoint: Endpoint): Json[] {
  const { inPath, others, required } = splitFields(endpoint)
  const path = inPath.map(([name, schema]) => ({ name, in: 'path', required: true, schema }))
  const isQuery = (name: string) =>
    takesJson(endpoint) ? !hasBody(endpoint.method) : name !== 'body'
  const query = others
    .filter(([name]) => isQuery(name))
    .map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    }))
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }
  return [...path, ...query, ...(endpoint.isIdempotent ? [key] : [])]
}

function toRequestBody(endpoint: Endpoint): Json {
  const { others, required, rest } = splitFields(endpoint)
  const isChoice = rest.anyOf !== undefined || rest.oneOf !== undefined
  if (!hasBody(endpoint.method) || (others.length === 0 && !isChoice)) return {}
  if (!takesJson(endpoint)) return { requestBody: toRawBody(endpoint) }
  const schema = isChoice ? rest : { ...rest, properties: Object.fromEntries(others), required }
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

const toRawBody = ({ accepts }: Endpoint): Json => ({
  required: true,
  content: Object.fromEntries(accepts.map((type) => [type, { schema: { type: 'string' } }])),
})

function toProblems({ errors }: Endpoint): Json {
  const byStatus = new Map<number, string[]>()
  for (const code of errors) {
    const status = errorStatus[code] ?? 500
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  )
}

const jsonSchemaSchema = z.looseObject({
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
})

function toSchema(schema: z.ZodMiniType, io: 'input' | 'output') {
  const options = { io, unrepresentable: 'any' } as const
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, options)
  return jsonSchemaSchema.parse(JSON.parse(JSON.stringify(json)))
}
