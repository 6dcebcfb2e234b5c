import { type Endpoint, fullPath, hasBody, pathParameters } from '../schema/endpoint.js'

/** Where a call goes and what it carries. */
export interface Target {
  readonly url: string
  /** Absent for GET and DELETE. */
  readonly body: Readonly<Record<string, unknown>> | undefined
}

/** Spreads a checked input over path, query and body. */
export function toTarget(
  baseUrl: string,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  input: Readonly<Record<string, unknown>>,
): Target {
  const inPath = new Set(pathParameters(path))
  const filled = fullPath(path).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const rest = Object.entries(input).filter(
    ([name, value]) => !inPath.has(name) && value !== undefined,
  )
  if (hasBody(method)) return { url: baseUrl + filled, body: Object.fromEntries(rest) }
  const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))
  return { url: baseUrl + filled + (query.size > 0 ? `?${query}` : ''), body: undefined }
}
