/** Makes a guard for whole numbers from 0 to `max`. */
export function isUint(max: number): (value: unknown) => value is number {
  return (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max
}

export const isUint32 = isUint(0xffff_ffff)
export const isYear = isUint(9_999)

/** The id inside a signed payload: 8 random bytes. */
export const isId = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.length === 8
