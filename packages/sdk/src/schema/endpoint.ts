import type * as z from 'zod/mini'
import type { ErrorCode } from '../errors.js'

/** The HTTP methods of the API. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call: a citizen with a session, an officer with a session, a machine with its device key, a
 * system that reads the feed with its key, another declaration system that signs what it sends.
 */
export type Access = 'citizen' | 'officer' | 'device' | 'subscriber' | 'source'

/** Any object schema; its values are checked where it is used. */
export type ObjectSchema = z.ZodMiniType<object>

/** What an answer, or a body, can be written in. */
export const mediaTypes = [
  'application/json',
  'text/csv',
  'text/plain',
  'application/x-ndjson',
  'application/fhir+json',
] as const
/** A content type of the API, without parameters; one of `mediaTypes`. */
export type MediaType = (typeof mediaTypes)[number]

interface EndpointOptions<Input extends ObjectSchema, Output extends z.ZodMiniType> {
  /** Unique, in camelCase: the operationId of the OpenAPI document. */
  readonly id: string
  readonly summary: string
  readonly method: HttpMethod
  /** Under `/v1`, unless it begins with `//`, which stands for the root of the host. `{name}` is taken from the input. */
  readonly path: string
  /** Who may call; one of several where it is a list. @defaultValue anybody */
  readonly access?: Access | readonly Access[]
  /** Path parameters and body (POST, PUT, PATCH) or query (GET, DELETE) as one object. */
  readonly input: Input
  readonly output: Output
  /** HTTP status of success. @defaultValue 200 */
  readonly status?: 200 | 201 | 204 | 303
  /** Codes this endpoint answers beside the common ones, which follow from its other properties. */
  readonly errors?: readonly ErrorCode[]
  /** Whether it takes an Idempotency-Key, and then demands one. @defaultValue false */
  readonly isIdempotent?: boolean
  /** Longest body in bytes. @defaultValue 65_536 */
  readonly maxBytes?: number
  /**
   * What the answer can be written in; the Accept header chooses, and the first one answers a caller
   * who asks for none of them. `output` describes the JSON; of other types it is `z.string()`.
   *
   * @defaultValue ['application/json']
   */
  readonly produces?: readonly MediaType[]
  /**
   * What the body is written in. Of another type than JSON the input's `body` is its bytes, and the
   * other fields travel in path and query.
   *
   * @defaultValue ['application/json']
   */
  readonly accepts?: readonly MediaType[]
}

/** One call of the API, described. */
export interface Endpoint<
  Input extends ObjectSchema = ObjectSchema,
  Output extends z.ZodMiniType = z.ZodMiniType,
> extends Required<EndpointOptions<Input, Output>> {
  /** Any of these may call; empty stands for anybody. */
  readonly access: readonly Access[]
}

/** Describes one call of the API: the client sends by it, the server validates by it, the OpenAPI document is made from it. */
export function endpoint<Input extends ObjectSchema, Output extends z.ZodMiniType>(
  options: EndpointOptions<Input, Output>,
): Endpoint<Input, Output> {
  const { status = 200, isIdempotent = false, maxBytes = 65_536 } = options
  const access = [options.access ?? []].flat()
  const { produces = ['application/json'], accepts = ['application/json'] } = options
  const errors = [
    ...new Set([...(options.errors ?? []), ...commonErrors({ ...options, access, isIdempotent })]),
  ]
  return { ...options, access, status, isIdempotent, maxBytes, produces, accepts, errors }
}

/** Whether a call of this method has a body; the others send their input as a query. */
export const hasBody = (method: HttpMethod) => method !== 'GET' && method !== 'DELETE'

function commonErrors(of: {
  method: HttpMethod
  access: readonly Access[]
  isIdempotent: boolean
}): ErrorCode[] {
  const codes: ErrorCode[] = [
    'input_invalid',
    'header_invalid',
    'key_unknown',
    'origin_not_allowed',
    'rate_limited',
    'internal',
    'overloaded',
  ]
  if (hasBody(of.method)) codes.push('json_malformed', 'body_too_large', 'media_type_unsupported')
  if (of.access.length > 0) codes.push('session_required', 'session_expired', 'forbidden')
  if (of.access.includes('officer')) codes.push('officer_totp_setup_required')
  if (of.isIdempotent) {
    codes.push('idempotency_key_missing', 'idempotency_key_reused', 'idempotency_in_progress')
  }
  return codes
}

/** Whether the input is sent as JSON; else its `body` is what is sent. */
export const takesJson = ({ accepts }: Pick<Endpoint, 'accepts'>) =>
  accepts.includes('application/json')

/** The names in braces of an endpoint's path, in order. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

/** The path on the host, `/v1` added where it belongs, parameters still in braces. */
export function fullPath(path: string): string {
  return path.startsWith('//') ? path.slice(1) : `/v1${path}`
}
