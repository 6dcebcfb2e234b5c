import { type LookupAddress, lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { type RequestOptions, request as requestTls } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '../feed/is-public-address.js'
import type { WebhookAnswer, WebhookRequest, WebhookSender } from '../ports.js'

/** How {@link createWebhookSender} connects. */
export interface WebhookSenderOptions {
  /** Hosts that may lie in a private network, and be called without TLS. @defaultValue [] */
  readonly privateHosts?: readonly string[] | undefined
  /** Further authorities that receivers' certificates may be signed by, as PEM. */
  readonly ca?: string | undefined
}

const addressRefused = 'KBYT_ADDRESS_REFUSED'

/**
 * Posts webhooks from this machine. What a name resolves to is judged in the connection itself, so
 * that a name which leads elsewhere a moment later (DNS rebinding) gains nothing.
 *
 * @example
 * const webhooks = createWebhookSender({ privateHosts: ['lienthong.noi-bo.vn'] })
 */
export function createWebhookSender(options: WebhookSenderOptions = {}): WebhookSender {
  const { privateHosts = [], ca } = options

  return {
    async post(sent) {
      const { protocol, hostname } = new URL(sent.url)
      const isNamed = privateHosts.includes(hostname)
      const address = hostname.replace(/^\[|\]$/g, '')
      const isOpen = isNamed || (protocol === 'https:' && isNameOrPublic(address))
      if (!isOpen) return { failure: 'address-refused' }
      return postTo(sent, { ca, ...(isNamed ? {} : { lookup: lookUpPublic }) })
    },
  }
}

/** An address is never looked up, so it is judged here. */
const isNameOrPublic = (address: string) => isIP(address) === 0 || isPublicAddress(address)

function postTo(sent: WebhookRequest, connection: RequestOptions): Promise<WebhookAnswer> {
  const { url, headers, body, timeoutMs } = sent
  const request = new URL(url).protocol === 'https:' ? requestTls : requestPlain
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const outgoing = request(url, {
      ...connection,
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal,
    })
    outgoing.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0 })
      // what the receiver says beside its status is nobody's
      response.destroy()
    })
    outgoing.on('error', (error) => resolve({ failure: toFailure(error, signal) }))
    outgoing.end(body)
  })
}

function toFailure(error: Error, { aborted }: AbortSignal) {
  if ('code' in error && error.code === addressRefused) return 'address-refused'
  return aborted ? 'timed-out' : 'unreachable'
}

/** Looks a name up, and leaves out what is no address of the open Internet. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const open = found.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (!first) return callback(refuseAddress(), [])
    return options.all ? callback(null, open) : callback(null, first.address, first.family)
  })
}

const refuseAddress = (): NodeJS.ErrnoException & { address?: LookupAddress } =>
  Object.assign(new Error('the name leads to no address of the open Internet'), {
    code: addressRefused,
  })
