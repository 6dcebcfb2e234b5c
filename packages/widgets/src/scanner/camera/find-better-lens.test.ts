import { expect, it } from 'vitest'
import { findBetterLens } from './find-better-lens.js'

const toLenses = (labels: readonly string[]) => labels.map((label) => ({ id: label, label }))

it.each([
  [
    'the ultra-wide',
    'Back Ultra Wide Camera',
    ['Front Camera', 'Back Ultra Wide Camera', 'Back Camera'],
    'Back Camera',
  ],
  [
    'the telephoto',
    'Back Telephoto Camera',
    ['Back Telephoto Camera', 'Back Dual Wide Camera'],
    'Back Dual Wide Camera',
  ],
  [
    'the ultra-wide, in Vietnamese',
    'Camera siêu rộng mặt sau',
    ['Camera trước', 'Camera siêu rộng mặt sau', 'Camera mặt sau'],
    'Camera mặt sau',
  ],
  [
    'a later lens of Android',
    'camera2 2, facing back',
    ['camera2 1, facing front', 'camera2 2, facing back', 'camera2 0, facing back'],
    'camera2 0, facing back',
  ],
])('leaves %s for the main lens', (_name, current, labels, better) => {
  expect(findBetterLens(toLenses(labels), current)).toBe(better)
})

it.each([
  [
    'the main lens',
    'Back Camera',
    ['Back Camera', 'Back Ultra Wide Camera', 'Back Telephoto Camera'],
  ],
  ['a lens of several', 'Back Dual Wide Camera', ['Back Dual Wide Camera', 'Back Camera']],
  [
    'the first lens of Android',
    'camera2 0, facing back',
    ['camera2 0, facing back', 'camera2 2, facing back'],
  ],
  ['the only lens', 'Back Ultra Wide Camera', ['Back Ultra Wide Camera', 'Front Camera']],
  [
    'the front camera, for the browser had a reason',
    'Front Camera',
    ['Front Camera', 'Back Camera'],
  ],
  ['a webcam', 'HD Webcam (1bcf:2b8a)', ['HD Webcam (1bcf:2b8a)', 'Back Camera']],
])('keeps %s', (_name, current, labels) => {
  expect(findBetterLens(toLenses(labels), current)).toBeUndefined()
})

it('keeps what it has where lenses have no names', () => {
  const lenses = [
    { id: 'a', label: '' },
    { id: 'b', label: '' },
  ]

  expect(findBetterLens(lenses, 'a')).toBeUndefined()
})
