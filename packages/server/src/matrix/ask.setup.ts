import { type Endpoint, fullPath, hasBody, pathParameters } from '@kbyt/sdk/schema'
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
  const key = endpoint.isIdempotent ? { 'idempotency-key': newKey() } : {}
  const type = isBody ? { 'content-type': 'application/json' } : {}
  const response = await app.request(`${ownOrigin}${path}${isBody ? '' : `?${query}`}`, {
    method: endpoint.method,
    headers: { ...type, ...key, ...headers },
    ...(isBody ? { body: JSON.stringify(Object.fromEntries(others)) } : {}),
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

const readCode = (problem: string): string => String(Object(JSON.parse(problem)).code)
