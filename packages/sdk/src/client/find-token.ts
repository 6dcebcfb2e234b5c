import { KbytError } from '../errors.js'
import type { Access } from '../schema/endpoint.js'
import type { Client } from './client.js'

/** What the call is signed with; undefined where a cookie or our own origin is enough. */
export function findToken(client: Client, access: readonly Access[]): string | undefined {
  if (access.length === 0) return client.publishableKey
  const tokens: Record<(typeof order)[number], () => string | undefined> = {
    device: () => client.deviceKey,
    citizen: () => client.session.load()?.token,
    officer: () => client.officerToken.load(),
  }
  const held = order.filter((each) => access.includes(each)).map((each) => tokens[each]())
  const token = held.find((each) => each !== undefined)
  if (token === undefined && !access.includes('officer')) throw new KbytError('session_required')
  return token
}

/** Whoever set a key up meant it; an officer may have a cookie that no script sees. */
const order = ['device', 'citizen', 'officer'] as const
