import { errorStatus } from '@kbyt/sdk'
import type { Problem } from '@kbyt/sdk/schema'
import type { App } from '@kbyt/server'
import type { Fault, FaultQueue } from './faults.js'
import { type ContractEndpoint, findEndpoint } from './find-endpoint.js'
import { isOfficerCall } from './is-officer-call.js'
import { createOfficerJar, withHeaders } from './officer-jar.js'

/** What `fetch` rejects with when the network fails. */
export class NetworkFault extends TypeError {}

interface Between {
  readonly faults: FaultQueue
  readonly origin: string | undefined
}

/** What lies between the caller and the backend: the network with its faults, the page's origin and cookies. */
export function answerThrough(backend: () => Promise<App>, { faults, origin }: Between) {
  const reach = async (request: Request) => deliver(await backend(), request)
  const carry = origin ? createOfficerJar(reach) : reach

  return async (request: Request): Promise<Response> => {
    const endpoint = findEndpoint(request)
    const fault = faults.take(endpoint?.id)
    await faults.wait()
    if (fault === 'network') throw new NetworkFault('fetch failed')
    if (fault && fault !== 'lost-reply') return toProblemResponse(fault)
    const response = await carry(fromPage(request, endpoint, origin), endpoint)
    if (fault === 'lost-reply') throw new NetworkFault('fetch failed')
    return response
  }
}

/** The answer once its messages are delivered: whoever reads it may read the inbox. */
async function deliver(app: App, request: Request): Promise<Response> {
  const response = await app.fetch(request)
  await app.deliverMessages()
  return response
}

// The officer's sign-in goes without an origin: it is answered with the token that the jar keeps.
function fromPage(request: Request, endpoint: ContractEndpoint | undefined, origin?: string) {
  if (!origin || isOfficerCall(request, endpoint) || endpoint?.id === 'openOfficerSession')
    return request
  return withHeaders(request, { origin })
}

function toProblemResponse(code: Exclude<Fault, 'network' | 'lost-reply'>): Response {
  const status = errorStatus[code] ?? 500
  const problem: Problem = { type: 'about:blank', title: code, status, code }
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } })
}
