import { expect, it } from 'vitest'
import { checkScan } from './check-scan.js'
import { createReader } from './create-reader.js'
import {
  azerty,
  capsLock,
  type KeyEventLike,
  play,
  tcvn,
  throughComposition,
  throughTelex,
  throughVni,
  toAltCodes,
  toKeys,
  toUnlockedPad,
  withReleases,
} from './keyboard.setup.js'
import type { ReaderKey } from './reader-key.js'
import { type TestCodeName, testCodes } from './test-codes.js'

/** The code as a reader types it: without the letters that no keyboard has. */
const textOf = (name: TestCodeName) =>
  testCodes.find((code) => code.name === name)!.text.replace(/[^\x20-\x7e]/g, '')

const withHands = (keys: readonly ReaderKey[]) => withReleases(keys, () => 2)

function test(events: readonly KeyEventLike[]) {
  const tested: ReturnType<typeof checkScan>[] = []
  const reader = createReader({
    onScan: (scan) => tested.push(checkScan(scan, 'scan')),
    onTyped: (typed) => tested.push(checkScan(typed, 'typing')),
  })
  play(reader, events)
  const enter = toKeys('', { end: 'Enter' })[0]!
  const at = (events.at(-1)?.key.timeStamp ?? 0) + 4
  reader.press({ ...enter, timeStamp: at })
  return tested[0]!
}

it.each(testCodes)('finds nothing to set in a factory-fresh reader: $name', ({ name }) => {
  const { code, isRead, changes, findings, prefix, suffix } = test(withHands(toKeys(textOf(name))))

  expect({ name: code?.name, isRead, changes, prefix, suffix }).toEqual({
    name,
    isRead: true,
    changes: [],
    prefix: '',
    suffix: '',
  })
  expect(findings).toEqual(name === 'cccd' ? ['vietnameseLost'] : [])
})

it.each([
  ['Telex', 'bhyt', 'telex', true, (text: string) => withHands(throughTelex(toKeys(text)))],
  ['VNI', 'bhyt', 'vni', false, (text: string) => withHands(throughVni(toKeys(text)))],
  [
    'an input method that composes',
    'bhyt',
    'inputMethod',
    true,
    (text: string) => withHands(throughComposition(toKeys(text))),
  ],
  [
    'Caps Lock',
    'bhyt',
    'capsLock',
    true,
    (text: string) =>
      withHands(
        toKeys(text, { layout: capsLock }).map((key) => ({ ...key, getModifierState: () => true })),
      ),
  ],
  ['the Vietnamese layout', 'pass', 'layoutVietnamese', true, on(tcvn)],
  ['AZERTY', 'pass', 'layoutAzerty', true, on(azerty)],
  ['Alt codes', 'cccd', 'altCodes', true, (text: string) => toAltCodes(text, 2)],
  [
    'the pad without Num Lock',
    'pass',
    'unlockedPad',
    true,
    (text: string) => withHands(toUnlockedPad(toKeys(text))),
  ],
  ['a prefix', 'pass', 'prefix', false, (text: string) => withHands(toKeys(`~${text}`))],
  ['a suffix', 'pass', 'suffix', false, (text: string) => withHands(toKeys(`${text}##`))],
  [
    'an AIM identifier',
    'pass',
    'symbology',
    true,
    (text: string) => withHands(toKeys(`]Q1${text}`)),
  ],
  ['letters lost', 'pass', 'cut', false, (text: string) => withHands(toKeys(text.slice(4)))],
  [
    'letters changed',
    'pass',
    'changed',
    false,
    (text: string) => withHands(toKeys(text.replaceAll('7', '1'))),
  ],
  [
    'a delay of 100 ms',
    'pass',
    'slow',
    true,
    (text: string) => withHands(toKeys(text, { paceMs: 100 })),
  ],
] as const)('with %s names it on the code %s: %s', (_name, name, finding, isRead, toEvents) => {
  const tested = test(toEvents(textOf(name)))

  expect(tested.code?.name).toBe(name)
  expect(tested.findings[0]).toBe(finding)
  expect(tested.isRead).toBe(isRead)
})

it('says that a reader slow and uneven as fingers cannot be told from them', () => {
  const keys = toKeys(textOf('cccd'), { paceMs: 120 }).map((key, index) => ({
    ...key,
    timeStamp: key.timeStamp + (index % 3) * 60,
  }))

  const tested = test(withReleases(keys, () => 70))

  expect(tested).toMatchObject({ arrival: 'typing', isRead: false })
  expect(tested.findings[0]).toBe('tooSlow')
})

it('keeps nothing of a code that is no test code', () => {
  const card = '046190012346|191234567|Tran Thi Bich Ngoc|15081990|Nu|35 Le Loi|20032022'
  const other = toKeys(`https://example.vn/${card.replaceAll('|', '/')}`)

  const tested = test(withHands(other))

  expect(tested).toMatchObject({ code: undefined, changes: [], findings: [], prefix: '' })
  expect(JSON.stringify(tested)).not.toContain('046190012346')
})

function on(layout: typeof tcvn) {
  return (text: string) => withHands(toKeys(text, { layout }))
}
