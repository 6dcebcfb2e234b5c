import { type Endpoint, fullPath, hasBody, pathParameters, takesJson } from '@kbyt/sdk/schema'
import { newKey, ownOrigin, type TestBackend } from '../backend.setup.js'

export interface Asked {
  readonly status: number
  readonly code: string | undefined
  readonly text: string
  readonly answerHeaders: Headers
}

/** Sends an input as the endpoint wants it: path, query or body. */
export async function ask(
  { app }: TestBackend,
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
  headers: Record<string, string>,
): Promise<Asked> {
  const inPath = pathParameters(endpoint.path)
  const path = fullPath(endpoint.path).replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(input[name] ?? '') || '-'),
  )
  const others = Object.entries(input).filter(([name]) => !inPath.includes(name))
  const query = new URLSearchParams(others.map(([name, value]) => [name, String(value)]))
  const isBody = hasBody(endpoint.method)
  const isJson = takesJson(endpoint)
  const key = endpoint.isIdempotent ? { 'idempotency-key': newKey() } : {}
  const type = isBody ? { 'content-type': endpoint.accepts[0] ?? '' } : {}
  const response = await app.request(`${ownOrigin}${path}${isBody ? '' : `?${query}`}`, {
    method: endpoint.method,
    headers: { ...type, ...key, ...headers },
    ...(isBody
      ? { body: isJson ? JSON.stringify(Object.fromEntries(others)) : toBytes(input) }
      : {}),
  })
  const text = await response.text()
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  return {
    status: response.status,
    code: isProblem ? readCode(text) : undefined,
    text,
    answerHeaders: response.headers,
  }
}

const toBytes = ({ body }: Readonly<Record<string, unknown>>) =>
  body instanceof Uint8Array ? new Uint8Array(body) : String(body)

const readCode = (problem: string): string => String(Object(JSON.parse(problem)).code)
