import { expect, it } from 'vitest'
import { align } from './align.js'
import { groupChanges } from './group-changes.js'

it('shows what an input method made of a syllable as one change', () => {
  expect(groupChanges(align('1ddee2', '1đê2'))).toEqual([{ expected: 'ddee', got: 'đê', at: 1 }])
})

it('shows letters of another layout one by one', () => {
  const changes = align('123', 'ăâê')

  expect(groupChanges(changes)).toEqual(changes)
})

it('keeps changes at different places apart', () => {
  expect(groupChanges(align('aabcdd', 'âbcđ'))).toHaveLength(2)
})
