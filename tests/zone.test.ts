import { env } from 'node:process'
import { expect, it } from 'vitest'

/** Minutes that a zone is behind UTC on 3 March 2021. */
const offsets: Readonly<Record<string, number>> = {
  UTC: 0,
  'Asia/Ho_Chi_Minh': -7 * 60,
  'America/Los_Angeles': 8 * 60,
  'Pacific/Kiritimati': -14 * 60,
}

it('runs in the zone that its project names', () => {
  expect(new Date(2021, 2, 3).getTimezoneOffset()).toBe(offsets[env.TZ ?? ''])
})
