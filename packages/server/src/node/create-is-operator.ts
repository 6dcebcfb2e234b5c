import { createHash, timingSafeEqual } from 'node:crypto'
import { createAddressList } from './address-list.js'
import { isFromThisMachine } from './is-from-this-machine.js'

/** Who may read the measures of a server beside this machine itself. */
export interface OperatorOptions {
  /** What `Authorization: Bearer …` must carry. @defaultValue nobody has one */
  readonly token?: string | undefined
  /** Addresses or networks. @defaultValue [] */
  readonly networks?: readonly string[] | undefined
}

/** What {@link createIsOperator} needs to know of the way a request came. */
export interface RequestPath {
  readonly clientAddress: (request: Request, env: unknown) => string
  readonly trustedProxies: readonly string[]
}

/**
 * Makes the function that tells whoever runs the server: by token, by network, or because the request
 * began on this machine. Where a proxy on this machine is named, everything comes from this machine,
 * so that alone says nothing.
 *
 * @throws {TypeError} when a network is none.
 */
export function createIsOperator(
  { token, networks = [] }: OperatorOptions,
  { clientAddress, trustedProxies }: RequestPath,
) {
  const isProxy = createAddressList(trustedProxies)
  const isNamed = createAddressList(networks)

  return (request: Request, env: unknown): boolean => {
    if (carriesToken(request, token)) return true
    const address = clientAddress(request, env)
    // a proxy's own address says nothing of who asks through it
    if (isProxy(address)) return false
    return isNamed(address) || isFromThisMachine(request, env)
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compared by digest, which takes the same time whatever is wrong. */
function carriesToken(request: Request, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (token === undefined || given === undefined) return false
  return timingSafeEqual(digest(given), digest(token))
}
