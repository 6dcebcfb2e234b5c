import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  azerty,
  capsLock,
  type Layout,
  play,
  tcvn,
  throughComposition,
  throughTelex,
  throughUnnamedTelex,
  throughViqr,
  throughVni,
  toAzertyReaderKeys,
  toKeys,
  us,
  withReleases,
} from './keyboard.setup.js'
import { ascii, card, digits, setup } from './reader.setup.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe.each(['Enter', 'Tab', undefined] as const)('a reader that ends with %s', (end) => {
  it('gives one scan', () => {
    const { scans, press } = setup()

    press(toKeys(digits, { end }))
    vi.advanceTimersByTime(2_000)

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
    vi.advanceTimersByTime(2_000)

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

describe('what an input method makes of a card', () => {
  it('is read by the keys where letters are only held back', () => {
    const { scans, press } = setup()

    press(throughComposition(toKeys(ascii, { end: 'Enter' })))

    expect(scans).toEqual([ascii])
  })

  it.each([
    ['VNI', throughVni],
    ['VIQR', throughViqr],
    ['Telex in Chromium on Windows', throughUnnamedTelex],
  ])('keeps the number through %s', (_name, filter) => {
    const { scans, reader } = setup()

    play(
      reader,
      withReleases(filter(toKeys(ascii, { end: 'Enter' })), () => 4),
    )

    expect(scans[0]).toMatch(/^046190012346\|191234567\|.*\|15081990\|/)
  })

  it('hears letters that have no name but in keypress', () => {
    const { scans, reader } = setup()

    play(
      reader,
      withReleases(throughUnnamedTelex(toKeys(`${card} aa`, { end: 'Enter' })), () => 4),
    )

    expect(scans[0]).toMatch(/ â$/)
  })
})

it('reads the keys of an Android scanner, which have no place', () => {
  const { scans, press } = setup()

  press(
    toKeys(digits, { end: 'Enter' }).map((key) => ({
      ...key,
      code: key.key === 'Enter' ? 'Enter' : '',
      keyCode: key.key.charCodeAt(0),
    })),
  )

  expect(scans).toEqual([digits])
})

it('says what a scan was typed with', () => {
  const { reader, read } = setup()
  const keys = toKeys(`]Q1${digits}`, { layout: tcvn, end: 'Tab' })

  play(
    reader,
    withReleases(
      keys.map((key) => ({ ...key, getModifierState: () => true })),
      () => 2,
    ),
  )

  expect(read[0]).toMatchObject({
    symbology: ']Q1',
    end: 'Tab',
    keyCount: 303,
    paceMs: 16,
    layout: 'vietnamese',
    digitKeys: 'row',
    inputMethod: 'none',
    isCapsLockOn: true,
  })
})
