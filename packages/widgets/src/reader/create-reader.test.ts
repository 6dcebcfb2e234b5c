import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createReader } from './create-reader.js'
import { toKeys } from './keyboard.setup.js'
import { digits, later, setup } from './reader.setup.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('swallows the Enter of a scan, also when it comes late', () => {
  const { scans, press, reader } = setup()
  press(toKeys(digits))
  vi.advanceTimersByTime(1_210)

  const enter = toKeys('', { end: 'Enter' })[0]
  const verdict = enter && reader.press({ ...enter, timeStamp: 300 * 16 + 250 })

  expect(scans).toHaveLength(1)
  expect(verdict).toBe('swallow')
})

it('reports the same code twice when it is scanned twice', () => {
  const { scans, press } = setup()
  press(toKeys(digits, { end: 'Enter' }))

  press(
    toKeys(digits, { end: 'Enter' }).map((key) => ({ ...key, timeStamp: key.timeStamp + 9_000 })),
  )

  expect(scans).toEqual([digits, digits])
})

it('takes a short number, however fast, for typing', () => {
  const { scans, press } = setup()

  press(toKeys('046190012346', { end: 'Enter' }))
  vi.advanceTimersByTime(2_000)

  expect(scans).toEqual([])
})

it('takes a key held down for no scan', () => {
  const { scans, press } = setup()

  press(toKeys('0'.repeat(60)).map((key, index) => ({ ...key, repeat: index > 0 })))
  vi.advanceTimersByTime(2_000)

  expect(scans).toEqual([])
})

it('leaves out what a person typed before the scan', () => {
  const { scans, leads, press } = setup()
  press(toKeys('12345', { paceMs: 200 }))

  press(later(1_000, toKeys(digits, { end: 'Enter' })))

  expect(scans).toEqual([digits])
  expect(leads).toEqual([5])
})

it('forgets keys that a long pause has cut off', () => {
  const { scans, leads, press } = setup()
  press(toKeys('12345'))

  press(later(2_000, toKeys(digits, { end: 'Enter' })))

  expect(scans).toEqual([digits])
  expect(leads).toEqual([0])
})

it('keeps a scan whole that stops for a second once it is known to end with Enter', () => {
  const { scans, press } = setup()
  press(toKeys(digits, { end: 'Enter' }))

  press(later(9_000, toKeys(digits.slice(0, 150))))
  vi.advanceTimersByTime(900)
  press(later(12_300, toKeys(digits.slice(150), { end: 'Enter' })))

  expect(scans).toEqual([digits, digits])
})

it('waits for keys that a busy page has not been given yet', () => {
  const { scans, press } = setup()
  press(toKeys(digits.slice(0, 150)))
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2_000)
  vi.advanceTimersByTime(510)

  press(later(150 * 16, toKeys(digits.slice(150), { end: 'Enter' })))
  now.mockRestore()

  expect(scans).toEqual([digits])
})

it('waits for keys that a busy machine hands on late', () => {
  const { scans, press } = setup()
  for (const key of toKeys(digits.slice(0, 150))) {
    press([key])
    vi.advanceTimersByTime(30) // 14 later than pressed, each time
  }

  vi.advanceTimersByTime(2_000)
  press(later(150 * 16, toKeys(digits.slice(150), { end: 'Enter' })))

  expect(scans).toEqual([digits])
})

it('takes what a program inserts at once for no scan', () => {
  const { scans, press } = setup()
  const macro = toKeys('Trung tam Kiem soat benh tat', { paceMs: 1 })

  press(macro.map((key) => ({ ...key, code: '', keyCode: 231 })))
  vi.advanceTimersByTime(2_000)

  expect(scans).toEqual([])
})

it('leaves shortcuts to the page', () => {
  const { press } = setup()

  const verdicts = press(toKeys('ac').map((key) => ({ ...key, ctrlKey: true })))

  expect(verdicts).toEqual(['pass', 'pass'])
})

it('reports keys that were no scan to who asks for them', () => {
  const typed: string[] = []
  const reader = createReader({
    onScan: () => {},
    onTyped: ({ text }) => typed.push(text),
  })

  for (const key of toKeys('hello', { paceMs: 150 })) reader.press(key)
  vi.advanceTimersByTime(2_000)

  expect(typed).toEqual(['hello'])
})
