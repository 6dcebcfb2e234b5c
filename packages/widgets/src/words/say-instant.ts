import type { Language } from '@kbyt/sdk/schema'

/** Days and hours are those of Việt Nam wherever the reader is. */
const timeZone = 'Asia/Ho_Chi_Minh'
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

/**
 * An instant in full, as on paper.
 *
 * @example
 * sayInstant('2021-03-03T01:00:00Z', 'vi') // '08:00 03/03/2021'
 */
export function sayInstant(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  )
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`
}

/** A calendar date as people write it here: `2021-03-03` → `03/03/2021`. */
export function sayDate(date: string): string {
  return date.split('-').reverse().join('/')
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

const justNow: Record<Language, string> = { vi: 'vừa xong', en: 'just now' }

/** How long ago, in the largest unit that fits: "2 giờ trước". */
export function sayAgo(instant: string, nowMs: number, language: Language): string {
  const passed = Date.parse(instant) - nowMs
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const step = steps.find(([, each]) => Math.abs(passed) >= each)
  if (!step) return justNow[language]
  const [unit, length] = step
  return format.format(Math.round(passed / length), unit)
}
