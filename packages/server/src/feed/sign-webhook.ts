const encoder = new TextEncoder()

/**
 * The signature of a webhook: `t=<seconds>,v1=<hex>`, HMAC-SHA256 over the time, a dot and the body.
 * `verifyWebhook` of `@kbyt/sdk/feed` checks it.
 */
export async function signWebhook(secret: string, body: string, nowMs: number): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ])
  const time = Math.floor(nowMs / 1_000)
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${time}.${body}`))
  const hex = Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0'))
  return `t=${time},v1=${hex.join('')}`
}
