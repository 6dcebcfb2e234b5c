import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createReader } from './create-reader.js'
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
  toAltCodes,
  toAzertyReaderKeys,
  toKeys,
  toUnlockedPad,
  us,
  withReleases,
} from './keyboard.setup.js'
import type { ReaderKey } from './reader-key.js'
import type { ReaderScan } from './reader-scan.js'
import type { Affixes } from './strip-affixes.js'

const digits = Array.from({ length: 300 }, (_, index) => String((index * 7 + 1) % 10)).join('')
const ascii = '046190012346|191234567|Tran Thij Boos|15081990|Nu|35 Le Loi|20032022'
const card = '046190012346|191234567|Tran Thi Bich Ngoc|15081990|Nu|35 Le Loi|20032022'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setup(affixes: Affixes = {}) {
  const read: ReaderScan[] = []
  const scans: string[] = []
  const symbologies: (string | undefined)[] = []
  const leads: number[] = []
  const reader = createReader({
    ...affixes,
    onScan: (scan, leadCount) => {
      read.push(scan)
      scans.push(scan.text)
      symbologies.push(scan.symbology)
      leads.push(leadCount)
    },
  })
  const press = (keys: readonly ReaderKey[]) => keys.map((key) => reader.press(key))
  return { read, leads, scans, symbologies, reader, press }
}

const later = (ms: number, keys: readonly ReaderKey[]) =>
  keys.map((key) => ({ ...key, timeStamp: key.timeStamp + ms }))

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

describe('a reader in another mode', () => {
  it('is read in Alt mode', () => {
    const { scans, reader } = setup()

    play(reader, toAltCodes(ascii))
    vi.advanceTimersByTime(2_000)

    expect(scans).toEqual([ascii])
  })

  it('admits a letter whose Alt code it cannot know', () => {
    const { scans, reader } = setup()

    play(reader, toAltCodes('046190012346||Trần|15081990|Nam|Hue|20032022'))
    vi.advanceTimersByTime(2_000)

    expect(scans).toEqual(['046190012346||Tr\uFFFDn|15081990|Nam|Hue|20032022'])
  })

  it('is read on the pad without Num Lock', () => {
    const { scans, press } = setup()

    press(toUnlockedPad(toKeys(digits, { end: 'Enter' })))

    expect(scans).toEqual([digits])
  })

  it.each([']Q1', ']Q3', ']d2'])('is read with the AIM identifier %s before its codes', (aim) => {
    const { scans, symbologies, press } = setup()

    press(toKeys(aim + digits, { layout: tcvn, end: 'Enter' }))

    expect(scans).toEqual([digits])
    expect(symbologies).toEqual([aim])
  })

  it('is read with the prefix and suffix it is set to', () => {
    const { scans, press } = setup({ prefix: '~', suffix: '##' })

    press(toKeys(`~${digits}##`, { end: 'Tab' }))
    press(later(9_000, toKeys(digits, { end: 'Enter' })))

    expect(scans).toEqual([digits, digits])
  })

  it('keeps the separator of GS1, which comes as Ctrl and a bracket, from the page', () => {
    const { scans, press } = setup()
    const head = toKeys('0104012345678901')
    const [bracket] = later(16 * 16, toKeys(']'))
    const separator = { ...bracket!, key: ']', ctrlKey: true }

    press(head)
    const verdicts = press([separator])
    press(later(17 * 16, toKeys('10ABC123', { end: 'Enter' })))

    expect(verdicts).toEqual(['swallow'])
    expect(scans).toEqual(['0104012345678901\u001d10ABC123'])
  })

  it('is read when it ends with Ctrl and J, which would open the downloads', () => {
    const { scans, press } = setup()
    const [feed] = later(300 * 16, toKeys('j'))

    press(toKeys(digits))
    const verdicts = press([{ ...feed!, ctrlKey: true }])

    expect(scans).toEqual([digits])
    expect(verdicts).toEqual(['swallow'])
  })

  // ATTACKS 98
  it('98: gives one scan of 5 kB with an Enter amid its late line ends', () => {
    vi.useRealTimers()
    const { scans, press } = setup()
    const flood = '7'.repeat(5_000)

    const verdicts = press([
      ...toKeys(flood, { paceMs: 1, end: 'Enter' }),
      ...later(5_002, toKeys('', { end: 'Tab' })),
      ...later(5_004, toKeys('', { end: 'Enter' })),
    ])

    expect(scans).toEqual([flood])
    expect(verdicts.slice(-3)).toEqual(['swallow', 'swallow', 'swallow'])
  })
})

it('takes what a program inserts at once for no scan', () => {
  const { scans, press } = setup()
  const macro = toKeys('Trung tam Kiem soat benh tat', { paceMs: 1 })

  press(macro.map((key) => ({ ...key, code: '', keyCode: 231 })))
  vi.advanceTimersByTime(2_000)

  expect(scans).toEqual([])
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

it('leaves shortcuts to the page', () => {
  const { press } = setup()

  const verdicts = press(toKeys('ac').map((key) => ({ ...key, ctrlKey: true })))

  expect(verdicts).toEqual(['pass', 'pass'])
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
    ...{ symbology: ']Q1', end: 'Tab', keyCount: 303, paceMs: 16, layout: 'vietnamese' },
    ...{ digitKeys: 'row', inputMethod: 'none', isCapsLockOn: true },
  })
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
