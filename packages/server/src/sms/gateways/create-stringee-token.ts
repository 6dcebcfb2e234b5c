import { SignJWT } from 'jose'
import type { Clock } from '../../ports.js'

const lifeSeconds = 300

/** The token that Stringee wants with each request: HS256 with the account's secret, for five minutes. */
export async function createStringeeToken(
  keySid: string,
  keySecret: string,
  clock: Clock,
): Promise<string> {
  const nowSeconds = Math.floor(clock.now() / 1000)
  return new SignJWT({ rest_api: true })
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' })
    .setJti(`${keySid}-${nowSeconds}`)
    .setIssuer(keySid)
    .setExpirationTime(nowSeconds + lifeSeconds)
    .sign(new TextEncoder().encode(keySecret))
}
