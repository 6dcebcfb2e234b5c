import { type Endpoint, fullPath, hasBody, pathParameters, takesJson } from '../schema/endpoint.js'

/** Where a call goes and what it carries. */
export interface Target {
  readonly url: string
  /** Absent for GET and DELETE. */
  readonly json?: Readonly<Record<string, unknown>>
  /** What goes as it is, where the endpoint takes no JSON. */
  readonly body?: Uint8Array<ArrayBuffer>
}

/** Spreads a checked input over path, query and body. */
export function toTarget(
  baseUrl: string,
  { method, path, accepts }: Pick<Endpoint, 'method' | 'path' | 'accepts'>,
  input: Readonly<Record<string, unknown>>,
): Target {
  const inPath = new Set(pathParameters(path))
  const filled = fullPath(path).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const rest = Object.entries(input).filter(
    ([name, value]) => !inPath.has(name) && value !== undefined,
  )
  const isJson = takesJson({ accepts })
  if (hasBody(method) && isJson) return { url: baseUrl + filled, json: Object.fromEntries(rest) }
  const texts = rest.filter(([name]) => isJson || name !== 'body')
  const query = new URLSearchParams(texts.map(([name, value]) => [name, String(value)]))
  const url = baseUrl + filled + (query.size > 0 ? `?${query}` : '')
  const { body } = input
  return !isJson && body instanceof Uint8Array ? { url, body: new Uint8Array(body) } : { url }
}
