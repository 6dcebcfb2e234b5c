import { expect, it } from 'vitest'
import type { FoundCode } from './decoder/decoder.js'
import { createSightings, type Sightings } from './sightings.js'

const nowhere = { x: 0, y: 0 }
const code = (text: string): FoundCode => ({
  text,
  corners: [nowhere, nowhere, nowhere, nowhere],
  engine: 'fake',
  attempt: 'plain',
})
const [a, b] = [code('a'), code('b')]

/** Looks every 100 ms; what each look means, in short. */
function look(sightings: Sightings, looks: readonly (readonly FoundCode[])[], fromMs = 0) {
  return looks.map((codes, index) => {
    const sighting = sightings.see(codes, fromMs + index * 100)
    if (sighting.kind === 'news') return sighting.code.text
    return sighting.kind === 'several' ? sighting.codes.map(({ text }) => text).join('+') : ''
  })
}

it('reports a code at its second look, and once while it stays', () => {
  expect(look(createSightings(2_000), [[a], [a], [a], [a]])).toEqual(['', 'a', '', ''])
})

it('reports a code that only one look could read', () => {
  expect(look(createSightings(2_000), [[a], [], []])).toEqual(['', 'a', ''])
})

it('does not report a code again that some looks missed', () => {
  expect(look(createSightings(1_000), [[a], [a], [], [], [], [a], [a]]).filter(Boolean)).toEqual([
    'a',
  ])
})

it.each([
  [1_000, ''],
  [500, 'a'],
])('takes a code that was away for 800 ms, of %i, for a new one or not', (awayMs, news) => {
  const sightings = createSightings(awayMs)
  look(sightings, [[a], [a]])

  expect(look(sightings, [[], [a], [a]], 800)[2]).toBe(news)
})

it('reports the next code while the one before is still remembered', () => {
  const sightings = createSightings(2_000)

  expect(look(sightings, [[a], [a], [b], [b], [a], [a]]).filter(Boolean)).toEqual(['a', 'b'])
})

it('offers several codes and reports none of them', () => {
  expect(look(createSightings(2_000), [[a, b], [a], [b], [a]])).toEqual(['a+b', '', '', ''])
})

it('offers both codes when the first look saw only one of them', () => {
  expect(look(createSightings(2_000), [[a], [a, b]])).toEqual(['', 'a+b'])
  expect(look(createSightings(2_000), [[a], [b]])).toEqual(['', 'b+a'])
})

it('does not offer again what was chosen from, while it stays', () => {
  const sightings = createSightings(2_000)
  look(sightings, [[a, b]])

  sightings.settle(a, [a, b])

  expect(look(sightings, [[a, b], [a, b], [a], [a]], 100)).toEqual(['', '', '', ''])
})

it('reports a code that was not chosen once it has been alone for a second', () => {
  const sightings = createSightings(2_000)
  look(sightings, [[a, b]])
  sightings.settle(undefined, [a, b])

  const news = look(
    sightings,
    Array.from({ length: 13 }, () => [b]),
    100,
  )

  expect(news.filter(Boolean)).toEqual(['b'])
  expect(news.indexOf('b')).toBeGreaterThanOrEqual(9)
})

it('offers a new code beside one that was reported', () => {
  const sightings = createSightings(2_000)
  look(sightings, [[a], [a]])

  expect(look(sightings, [[a, b]], 200)).toEqual(['a+b'])
})

it('reports a code once however slowly it looks', () => {
  const sightings = createSightings(500)

  const news = [0, 3_000, 6_000, 9_000].map((at) => sightings.see([a], at).kind)

  expect(news).toEqual(['nothing', 'news', 'nothing', 'nothing'])
})

it('reports what is before the camera again when it is started anew', () => {
  const sightings = createSightings(2_000)
  look(sightings, [[a], [a]])

  sightings.clear()

  expect(look(sightings, [[a], [a]], 300)).toEqual(['', 'a'])
})
