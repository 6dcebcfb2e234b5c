import { expect, it } from 'vitest'
import { sayWord } from './say-word.js'

it('says a word as people read it', () => {
  expect(sayWord({ male: 'Nam' }, 'male')).toBe('Nam')
})

it.each(['newer-word', 'constructor', '__proto__'])(
  'shows %s, which it does not know, as it is',
  (word) => {
    expect(sayWord({ male: 'Nam' }, word)).toBe(word)
  },
)
