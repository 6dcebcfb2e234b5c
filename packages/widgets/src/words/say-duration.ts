import type { Language } from '@kbyt/sdk/schema'

/**
 * A wait as people say it, rounded up: seconds under two minutes, then minutes, then hours.
 *
 * @example
 * sayDuration(600, 'vi') // '10 phút'
 */
export function sayDuration(seconds: number, language: Language): string {
  const [value, unit] = toUnit(seconds)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

function toUnit(seconds: number): [number, 'second' | 'minute' | 'hour'] {
  if (seconds < 120) return [Math.max(1, Math.ceil(seconds)), 'second']
  if (seconds < 7_200) return [Math.ceil(seconds / 60), 'minute']
  return [Math.ceil(seconds / 3_600), 'hour']
}
