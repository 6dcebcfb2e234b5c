import { expect, it } from 'vitest'
import { vi } from '../../words/scanner-live.vi.js'
import { nameLenses } from './name-lenses.js'

const name = (labels: readonly string[]) =>
  nameLenses(
    labels.map((label) => ({ id: label, label })),
    vi.controls,
  )

it('numbers the lenses of Android by their side', () => {
  const labels = ['camera2 1, facing front', 'camera2 2, facing back', 'camera2 0, facing back']

  expect(name(labels)).toEqual(['Máy ảnh trước 1', 'Máy ảnh sau 1', 'Máy ảnh sau 2'])
})

it('says what the browser says, and numbers where it says nothing', () => {
  expect(name(['Camera mặt sau', '', ''])).toEqual(['Camera mặt sau', 'Máy ảnh 1', 'Máy ảnh 2'])
})
