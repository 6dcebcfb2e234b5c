import { KbytError } from '@kbyt/sdk'
import {
  type Endpoint,
  hasBody,
  type ObjectSchema,
  pathParameters,
  takesJson,
  toInputIssues,
} from '@kbyt/sdk/schema'
import type { HonoRequest } from 'hono'
import * as z from 'zod/mini'
import { digest as webDigest } from '../identifiers.js'
import type { Vault } from '../vault.js'
import { parseJson } from './parse-json.js'
import { readBody } from './read-body.js'

const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i

/** Told of each piece of a body before it is kept; ends the reading by throwing. */
type Take = (bytes: number) => void

interface AcceptOptions {
  readonly take?: Take | undefined
  /** @defaultValue WebCrypto's, which is slow on Node */
  readonly digest?: Vault['digest'] | undefined
}

export interface Accepted<Input> {
  readonly input: Input
  /** Empty where the endpoint takes no Idempotency-Key. */
  readonly requestHash: string
}

/**
 * Lets through only what the endpoint describes: its content type, its length, well-formed JSON, its
 * schema. Path parameters and body (or query) become one object, the path wins, unknown fields go.
 * A body that is no JSON is the input's `body`, beside path and query.
 *
 * @throws {KbytError} `media_type_unsupported`, `body_too_large`, `json_malformed`, `input_invalid`.
 */
export async function accept<Input extends ObjectSchema, Output extends z.ZodMiniType>(
  endpoint: Endpoint<Input, Output>,
  request: HonoRequest,
  { take, digest = webDigest }: AcceptOptions = {},
): Promise<Accepted<z.infer<Input>>> {
  const body = await readFields(endpoint, request, take)
  if (!isRecord(body.value)) throw invalidInput([{ path: '', code: 'invalid_type' }])

  const fields: unknown = { ...body.value, ...readPath(request, endpoint.path) }
  const parsed = z.safeParse(endpoint.input, fields, { reportInput: true })
  if (!parsed.success) throw invalidInput(toInputIssues(parsed.error))

  if (!endpoint.isIdempotent) return { input: parsed.data, requestHash: '' }
  const line = new TextEncoder().encode(`${endpoint.method} ${request.path}\n`)
  const lineAndBody = new Uint8Array(line.length + body.bytes.length)
  lineAndBody.set(line)
  lineAndBody.set(body.bytes, line.length)
  return { input: parsed.data, requestHash: await digest(lineAndBody) }
}

async function readFields(endpoint: Endpoint, request: HonoRequest, take?: Take) {
  if (!hasBody(endpoint.method)) return { bytes: new Uint8Array(), value: readQuery(request) }
  if (takesJson(endpoint)) return readJsonBody(request.raw, endpoint.maxBytes, take)
  const bytes = await readOtherBody(request.raw, endpoint, take)
  return { bytes, value: { ...readQuery(request), body: bytes } }
}

async function readOtherBody(request: Request, { accepts, maxBytes }: Endpoint, take?: Take) {
  const { headers } = request
  const [type = ''] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const isTaken = accepts.some((each) => each === type.trim())
  if (!isTaken || headers.has('content-encoding')) throw new KbytError('media_type_unsupported')
  return readBody(request, maxBytes, take)
}

async function readJsonBody(request: Request, maxBytes: number, take?: Take) {
  const { headers } = request
  const type = headers.get('content-type')
  if (type !== null && !jsonType.test(type)) throw new KbytError('media_type_unsupported')
  if (headers.has('content-encoding')) throw new KbytError('media_type_unsupported')
  const bytes = await readBody(request, maxBytes, take)
  // an action without fields may come without a body
  if (bytes.byteLength === 0) return { bytes, value: {} }
  if (type === null) throw new KbytError('media_type_unsupported')
  return { bytes, value: parseJson(bytes) }
}

/** A parameter given twice becomes a list, which no schema takes. */
function readQuery(request: HonoRequest): Record<string, unknown> {
  const entries = Object.entries(request.queries())
  return Object.fromEntries(entries.map(([name, all]) => [name, all.length === 1 ? all[0] : all]))
}

function readPath(request: HonoRequest, path: string): Record<string, unknown> {
  return Object.fromEntries(pathParameters(path).map((name) => [name, request.param(name)]))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const invalidInput = (issues: { path: string; code: string }[]) =>
  new KbytError('input_invalid', { issues })
