import { contract, fullPath, type HttpMethod } from '@kbyt/sdk/schema'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { NetworkFault } from './answer.js'

type Answer = (request: Request) => Promise<Response>

const methods = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
} satisfies Record<HttpMethod, unknown>

/** One handler per endpoint of the contract, and one for what is none: the backend says so. */
export function createHandlers(baseUrl: string, answer: Answer): RequestHandler[] {
  const resolve = async ({ request }: { request: Request }) => {
    try {
      return await answer(request)
    } catch (error) {
      if (error instanceof NetworkFault) return HttpResponse.error()
      throw error
    }
  }
  const base = baseUrl.replace(/\/$/, '')
  const ofContract = contract.map(({ method, path }) =>
    methods[method](`${base}${fullPath(path).replace(/\{(\w+)\}/g, ':$1')}`, resolve),
  )
  return [...ofContract, http.all(`${base}/v1/*`, resolve)]
}
