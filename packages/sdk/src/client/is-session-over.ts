import { isKbytError } from '../errors.js'

/** Whether a call failed because nobody is signed in, or no longer. */
export function isSessionOver(error: unknown): boolean {
  return (
    isKbytError(error) && (error.code === 'session_expired' || error.code === 'session_required')
  )
}
