import { officerSessionSchema } from '@kbyt/sdk/schema'
import type { ContractEndpoint } from './find-endpoint.js'
import { isOfficerCall } from './is-officer-call.js'

type Answer = (request: Request) => Promise<Response>

/**
 * Keeps an officer signed in where the real backend sets a `__Host-` cookie: no script can write
 * one, so the mock holds the token itself and the page never sees it.
 *
 * Owns: the token of the officer signed in. Does not own: whether it is still good.
 */
export function createOfficerJar(answer: Answer) {
  let token: string | undefined

  return async (request: Request, endpoint: ContractEndpoint | undefined): Promise<Response> => {
    if (endpoint?.id === 'openOfficerSession') {
      const response = await answer(request)
      if (!response.ok) return response
      const session = officerSessionSchema.parse(await response.json())
      token = session.token
      return Response.json({ ...session, token: undefined }, { status: response.status })
    }
    if (!isOfficerCall(request, endpoint) || !token) return answer(request)
    const response = await answer(withHeaders(request, { authorization: `Bearer ${token}` }))
    if (endpoint?.id === 'closeOfficerSession') token = undefined
    return response
  }
}

/** The same request with more headers; `headers` is replaced because a page may not set `Origin`. */
export function withHeaders(request: Request, more: Readonly<Record<string, string>>): Request {
  const headers = new Headers(request.headers)
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  return Object.defineProperty(request, 'headers', { value: headers })
}
