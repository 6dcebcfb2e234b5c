import { isKbytError } from '../errors.js'

/**
 * Whether a call failed because nobody is signed in, or no longer: prove the phone again, or sign the
 * officer in again, and repeat it.
 *
 * @example
 * try {
 *   await findDeclarations(client, {})
 * } catch (error) {
 *   if (isSessionOver(error)) await requestOtp(client, { phone: '0905123456' })
 * }
 */
export function isSessionOver(error: unknown): boolean {
  return (
    isKbytError(error) && (error.code === 'session_expired' || error.code === 'session_required')
  )
}
