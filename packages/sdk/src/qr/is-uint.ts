/** Makes a guard for whole numbers from 0 to `max`. */
export function isUint(max: number): (value: unknown) => value is number {
  return (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max
}
