import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { play, tcvn, toAltCodes, toKeys, toUnlockedPad } from './keyboard.setup.js'
import { ascii, digits, later, setup } from './reader.setup.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

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
