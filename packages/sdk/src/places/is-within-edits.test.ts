import { expect, it } from 'vitest'
import { isWithinEdits } from './is-within-edits.js'

it.each([
  ['hue', 'hue', 0, true],
  ['hue', 'heu', 0, false],
  ['hue', 'heu', 1, true],
  ['loc', 'lo', 1, true],
  ['loc', 'lock', 1, true],
  ['loc', 'lac', 1, true],
  ['loc', 'col', 1, false],
  ['thuathienhue', 'thuatienhe', 1, false],
  ['thuathienhue', 'thuatienhe', 2, true],
  ['', 'ab', 2, true],
  ['', 'abc', 2, false],
])('compares %s with %s and at most %s slips: %s', (one, other, limit, isWithin) => {
  expect(isWithinEdits(one, other, limit)).toBe(isWithin)
  expect(isWithinEdits(other, one, limit)).toBe(isWithin)
})
