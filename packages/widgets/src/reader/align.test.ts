import { expect, it } from 'vitest'
import { align } from './align.js'

it('finds nothing between two texts alike', () => {
  expect(align('046199|Nữ', '046199|Nữ')).toEqual([])
})

it('names what was replaced, lost and added, and where', () => {
  expect(align('Trần', 'Tran')).toEqual([{ expected: 'ầ', got: 'a', at: 2 }])
  expect(align('112', '12')).toEqual([{ expected: '1', got: '', at: 0 }])
  expect(align('12', '~12')).toEqual([{ expected: '', got: '~', at: 0 }])
})

it('finds all of a text against none', () => {
  expect(align('ab', '').map(({ expected }) => expected)).toEqual(['a', 'b'])
  expect(align('', 'ab').map(({ got }) => got)).toEqual(['a', 'b'])
})
