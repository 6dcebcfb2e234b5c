import { KbytError } from '@kbyt/sdk'
import { expect, it } from 'vitest'
import { sayError } from './say-error.js'
import { vi } from './vi.js'

it('says how long to wait', () => {
  const error = new KbytError('otp_rate_limited', { retryAfterSeconds: 600 })

  expect(sayError(error, vi, 'vi')).toBe(
    'Số điện thoại này đã nhận nhiều mã. Vui lòng thử lại sau 10 phút.',
  )
})

it('says "a few minutes" when the server names no time', () => {
  expect(sayError(new KbytError('overloaded'), vi, 'vi')).toContain('thử lại sau ít phút')
})

it('has a sentence for what is no error of ours', () => {
  expect(sayError(new RangeError('x'), vi, 'vi')).toBe(vi.errors.internal)
})
