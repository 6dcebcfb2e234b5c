import { expect, it } from 'vitest'
import { sayAgo, sayDate, sayInstant } from './say-instant.js'

it('says an instant in the time of Việt Nam, midnight as 00', () => {
  expect(sayInstant('2021-03-02T17:05:00Z', 'vi')).toBe('00:05 03/03/2021')
  expect(sayInstant('2021-03-02T17:05:00Z', 'en')).toBe('00:05 03/03/2021')
})

it('says a calendar date as people write it', () => {
  expect(sayDate('2021-03-03')).toBe('03/03/2021')
})

it.each([
  [2 * 86_400_000, '2 days ago'],
  [3 * 3_600_000, '3 hours ago'],
  [5 * 60_000, '5 minutes ago'],
  [10_000, 'just now'],
])('says %i ms in the largest unit that fits', (passed, said) => {
  const now = Date.parse('2021-03-03T00:00:00Z')

  expect(sayAgo(new Date(now - passed).toISOString(), now, 'en')).toBe(said)
})
