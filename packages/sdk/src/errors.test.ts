import { expect, it } from 'vitest'
import { errorStatus, isErrorCode, isKbytError, KbytError } from './errors.js'

it('knows its own errors', () => {
  expect(isKbytError(new KbytError('offline'))).toBe(true)
})

// ATTACKS 102
it('knows the errors of a second copy of the SDK on the page', async () => {
  const url = new URL('./errors.ts?copy', import.meta.url)
  const copy: typeof import('./errors.js') = await import(/* @vite-ignore */ url.href)
  const error = new copy.KbytError('offline')

  expect(error).not.toBeInstanceOf(KbytError)
  expect(isKbytError(error)).toBe(true)
})

it.each([
  new Error('offline'),
  { code: 'offline', name: 'KbytError' },
  JSON.parse(JSON.stringify(new KbytError('offline'))),
  'offline',
  null,
  undefined,
])('takes %j for no error of ours', (value: unknown) => {
  expect(isKbytError(value)).toBe(false)
})

it('holds what the way out needs and defaults to the code as its message', () => {
  const issues = [{ path: 'phone', code: 'required' }]

  const error = new KbytError('otp_code_wrong', { retryAfterSeconds: 40, triesLeft: 2, issues })

  expect(error).toMatchObject({
    name: 'KbytError',
    message: 'otp_code_wrong',
    retryAfterSeconds: 40,
    triesLeft: 2,
    issues,
  })
  expect('cause' in error).toBe(false)
})

it('holds what a code says that could not be decided', () => {
  const pass = { displayName: 'N.T. Thảo', birthYear: 1990, validUntil: '2021-03-10T01:00:00Z' }

  expect(new KbytError('trust_stale', { pass }).pass).toBe(pass)
})

it('keeps the original in its cause', () => {
  const cause = new TypeError('fetch failed')

  expect(new KbytError('offline', { cause }).cause).toBe(cause)
})

it.each(['toString', '__proto__', 'constructor', '', 'OFFLINE', 400, null, undefined])(
  'takes %j for no code',
  (code) => {
    expect(isErrorCode(code)).toBe(false)
  },
)

it('gives each code a status of its kind, or none', () => {
  for (const [code, status] of Object.entries(errorStatus)) {
    expect(code).toMatch(/^[a-z]+(?:_[a-z]+)*$/)
    expect(status === null || (status >= 400 && status < 600)).toBe(true)
  }
})
