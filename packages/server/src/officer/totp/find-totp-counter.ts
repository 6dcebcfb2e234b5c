import { isEqualInConstantTime } from '../../identifiers.js'
import { createTotpCode, totpSeconds } from './create-totp-code.js'

/** A clock may be half a minute off, either way. */
const steps = [0, -1, 1]

/** The counter whose code this is, now or a step beside; undefined when it is none of them. */
export async function findTotpCounter(
  secret: Uint8Array<ArrayBuffer>,
  code: string,
  nowMs: number,
): Promise<number | undefined> {
  const typed = code.replace(/\s/g, '')
  const now = Math.floor(nowMs / 1_000 / totpSeconds)
  let found: number | undefined
  for (const step of steps) {
    const expected = await createTotpCode(secret, now + step)
    if (isEqualInConstantTime(expected, typed)) found ??= now + step
  }
  return found
}
