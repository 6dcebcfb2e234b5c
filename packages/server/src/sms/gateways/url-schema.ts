import * as z from 'zod/mini'
import { isLoopback } from './is-loopback.js'

/** Keys and codes travel under TLS; in clear only to this machine, where a tunnel may take them on. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isPrivate && username === '' && password === ''
}

/** An address of an operator: `https:`, or `http:` on this machine; without user and password. */
export const urlSchema = z.string().check(
  z.refine(isSafe, {
    error: 'must be an https address (http only on this machine), without user and password',
  }),
)
