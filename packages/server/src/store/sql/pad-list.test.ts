import { expect, it } from 'vitest'
import { padList } from './pad-list.js'

it.each([
  [['a'], ['a']],
  [
    ['a', 'b', 'c'],
    ['a', 'b', 'c', 'c'],
  ],
  [[], []],
])('makes a list as long as a power of two: %j', (values, padded) => {
  expect(padList(values)).toEqual(padded)
})

it('makes a list as long as another', () => {
  expect(padList(['a'], 4)).toEqual(['a', 'a', 'a', 'a'])
})
