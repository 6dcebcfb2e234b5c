import { KbytError } from '../errors.js'
import { type FeedEvent, feedEventSchema } from '../schema/feed.js'

/** How {@link verifyWebhook} judges. */
export interface VerifyWebhookOptions {
  /** Milliseconds since 1970. @defaultValue the machine's clock */
  readonly now?: number | undefined
  /** How far the signing may lie from now, in seconds: a replay, or a wrong clock. @defaultValue 300 */
  readonly toleranceSeconds?: number | undefined
}

const signaturePattern = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/
const encoder = new TextEncoder()

/**
 * Proves that a webhook is from the portal, by its `kbyt-signature` header and its body as it came,
 * byte for byte: parsed and written again it is another one.
 *
 * @throws {KbytError} `webhook_forged`: not signed with this secret, answer 401; `webhook_stale`: signed
 * too long ago or ahead, answer 400, it is sent again signed anew; `unexpected_answer`: genuine, but of
 * a version this SDK does not know.
 * @example
 * import { verifyWebhook } from '@kbyt/sdk/feed'
 *
 * async function receive(request: Request, secret: string) {
 *   const signature = request.headers.get('kbyt-signature')
 *   return verifyWebhook(secret, { signature, body: await request.text() })
 * }
 */
export async function verifyWebhook(
  secret: string,
  { signature, body }: { readonly signature: string | null | undefined; readonly body: string },
  { now = Date.now(), toleranceSeconds = 300 }: VerifyWebhookOptions = {},
): Promise<FeedEvent> {
  const [, time = '', mac = ''] = signaturePattern.exec(signature ?? '') ?? []
  const key = await importSecret(secret)
  const signed = encoder.encode(`${time}.${body}`)
  // one compare in constant time, made by the platform
  const isGenuine = await crypto.subtle.verify('HMAC', key, fromHex(mac), signed)
  if (!isGenuine) throw new KbytError('webhook_forged')
  if (Math.abs(now / 1_000 - Number(time)) > toleranceSeconds) throw new KbytError('webhook_stale')
  return parseEvent(body)
}

function importSecret(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  if (secret === '') throw new TypeError('secret must not be empty')
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify'])
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const pairs = text.match(/../g) ?? []
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
}

function parseEvent(body: string): FeedEvent {
  try {
    return feedEventSchema.parse(JSON.parse(body))
  } catch {
    // no cause: it would quote what the event says of a person
    throw new KbytError('unexpected_answer')
  }
}
