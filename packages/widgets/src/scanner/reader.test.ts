import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  azerty,
  capsLock,
  type Layout,
  tcvn,
  throughTelex,
  toAzertyReaderKeys,
  toKeys,
  us,
} from './keyboard.setup.js'
import { createReader } from './reader.js'
import type { ReaderKey } from './reader-key.js'

const digits = Array.from({ length: 300 }, (_, index) => String((index * 7 + 1) % 10)).join('')
const card = '046190012346|191234567|Tran Thi Bich Ngoc|15081990|Nu|35 Le Loi|20032022'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setup() {
  const scans: string[] = []
  const reader = createReader({ onScan: (text) => scans.push(text) })
  const press = (keys: readonly ReaderKey[]) => keys.map((key) => reader.press(key))
  return { scans, reader, press }
}

describe.each(['Enter', 'Tab', undefined] as const)('a reader that ends with %s', (end) => {
  it('gives one scan', () => {
    const { scans, press } = setup()

    press(toKeys(digits, { end }))
    vi.advanceTimersByTime(1_000)

    expect(scans).toEqual([digits])
  })
})

describe('whatever the keyboard makes of 300 digits', () => {
  const layouts: Record<string, Layout> = { us, capsLock, tcvn, azerty }

  it.each(Object.entries(layouts))('gives the exact digits on %s', (_name, layout) => {
    const { scans, press } = setup()

    press(toKeys(digits, { layout, end: 'Enter' }))

    expect(scans).toEqual([digits])
  })

  it('gives the exact digits through Telex', () => {
    const { scans, press } = setup()

    press(throughTelex(toKeys(digits, { end: 'Enter' })))

    expect(scans).toEqual([digits])
  })

  it('gives the exact digits of an AZERTY reader, which presses Shift for each', () => {
    const { scans, press } = setup()

    press(toAzertyReaderKeys(digits))
    vi.advanceTimersByTime(1_000)

    expect(scans).toEqual([digits])
  })

  it('gives the exact digits of the number pad', () => {
    const { scans, press } = setup()
    const pad = toKeys(digits, { end: 'Enter' }).map((key) => ({
      ...key,
      code: key.code.replace('Digit', 'Numpad'),
    }))

    press(pad)

    expect(scans).toEqual([digits])
  })
})

it('gives an ID card as it is', () => {
  const { scans, press } = setup()

  press(toKeys(card, { end: 'Enter' }))

  expect(scans).toEqual([card])
})

it('keeps number and bars of an ID card through Telex, which changes its names', () => {
  const { scans, press } = setup()

  press(
    throughTelex(
      toKeys('046190012346|191234567|Tran Thij Boos|15081990|Nu|Hue|1', { end: 'Enter' }),
    ),
  )

  expect(scans).toEqual(['046190012346|191234567|Tran Thị Bố|15081990|Nu|Hue|1'])
})

it('gives the address of a poster with its signs', () => {
  const { scans, press } = setup()

  press(toKeys('https://kbyt.example/v/AB12CD34#1234567890123456', { end: 'Enter' }))

  expect(scans).toEqual(['https://kbyt.example/v/AB12CD34#1234567890123456'])
})

it('swallows the Enter of a scan, also when it comes late', () => {
  const { scans, press, reader } = setup()
  press(toKeys(digits))
  vi.advanceTimersByTime(200)

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

it.each([60, 90, 180])('takes nobody who types a key every %i ms for a reader', (paceMs) => {
  const { scans, press } = setup()

  const verdicts = press(toKeys(digits, { paceMs, end: 'Enter' }))
  vi.advanceTimersByTime(1_000)

  expect(scans).toEqual([])
  expect(verdicts.at(-1)).toBe('pass')
})

it('takes a short number, however fast, for typing', () => {
  const { scans, press } = setup()

  press(toKeys('046190012346', { end: 'Enter' }))
  vi.advanceTimersByTime(1_000)

  expect(scans).toEqual([])
})

it('takes a key held down for no scan', () => {
  const { scans, press } = setup()

  press(toKeys('0'.repeat(60)).map((key, index) => ({ ...key, repeat: index > 0 })))
  vi.advanceTimersByTime(1_000)

  expect(scans).toEqual([])
})

it('begins anew after a pause', () => {
  const { scans, press } = setup()
  press(toKeys('12345'))

  press(toKeys(digits, { end: 'Enter' }).map((key) => ({ ...key, timeStamp: key.timeStamp + 500 })))

  expect(scans).toEqual([digits])
})
