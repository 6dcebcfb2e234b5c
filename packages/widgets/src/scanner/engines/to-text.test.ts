import { expect, it } from 'vitest'
import { toText } from './to-text.js'

it.each([
  [
    'Vietnamese in UTF-8',
    [...new TextEncoder().encode('Khai báo y tế')],
    undefined,
    'Khai báo y tế',
  ],
  ['Shift JIS', [0x83, 0x82, 0x83, 0x6f, 0x83, 0x43, 0x83, 0x8b], undefined, 'モバイル'],
  ['Latin 1', [0x63, 0x61, 0x66, 0xe9], undefined, 'café'],
  ['what it names', [0xe9], 3, 'é'],
  ['UTF-8 where what it names does not fit', [0xc3, 0x90], 20, 'Ð'],
  ['UTF-8 where it names what nobody knows', [0xc3, 0xa9], 899, 'é'],
])('reads bytes as %s', (_, bytes, designator, text) => {
  expect(toText(new Uint8Array(bytes), designator)).toBe(text)
})
