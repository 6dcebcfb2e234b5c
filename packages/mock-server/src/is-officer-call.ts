import type { ContractEndpoint } from './find-endpoint.js'

/** Whether an officer calls: their pages bring a cookie, everybody else names themselves in a header. */
export function isOfficerCall(request: Request, endpoint: ContractEndpoint | undefined): boolean {
  if (!endpoint) return false
  const access: readonly string[] = endpoint.access
  return access.includes('officer') && !request.headers.has('authorization')
}
