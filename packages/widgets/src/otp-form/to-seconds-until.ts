/** The longest wait before a resend (DESIGN: 60, 120, 240 s). */
export const longestWaitSeconds = 240

/**
 * Whole seconds until an instant of the server's; never more than the longest wait there is, since
 * the clock of the device may be wrong by hours.
 */
export function toSecondsUntil(instant: string): number {
  const seconds = Math.ceil((Date.parse(instant) - Date.now()) / 1_000)
  return Math.min(longestWaitSeconds, Math.max(0, seconds))
}
