import { expect, it, vi } from 'vitest'
import type { Engine, EngineCode, EngineName } from '../engines/engine.js'
import { createEngineShelf } from '../engines/engine-shelf.js'
import type { Picture } from '../frame/picture.js'
import { createSearch } from './create-search.js'

const toCode = (text: string, [x, y] = [0, 0]): EngineCode => {
  const [left, top] = [x ?? 0, y ?? 0]
  return {
    text,
    corners: [
      { x: left, y: top },
      { x: left + 10, y: top },
      { x: left + 10, y: top + 10 },
      { x: left, y: top + 10 },
    ],
  }
}

const draw = (width: number, height: number): Picture => ({
  data: new Uint8ClampedArray(4 * width * height),
  width,
  height,
})
const picture = draw(64, 48)

/** A search over engines that see what `look` says, and what they were given to look at. */
async function setup(
  names: readonly EngineName[],
  look: (engine: EngineName, seen: Picture) => readonly EngineCode[],
  maxSide = 1_280,
) {
  const looks: string[] = []
  const engines = names.map(
    (name): Engine => ({
      name,
      async decode(seen) {
        looks.push(`${name} ${seen.width}`)
        return look(name, seen)
      },
    }),
  )
  const [first, ...more] = engines.map((engine) => async () => engine)
  const shelf = await createEngineShelf({ first: first ? [first] : [], more })
  return {
    search: createSearch({ shelf, maxSide: { frame: maxSide, file: maxSide } }),
    shelf,
    looks,
  }
}

it('gives a frame that is read one look', async () => {
  const { search, looks } = await setup(['qr'], () => [toCode('KBYT')])

  const codes = await search(picture, 'frame')

  expect(codes).toEqual([{ ...toCode('KBYT'), engine: 'qr', attempt: 'plain' }])
  expect(looks).toEqual(['qr 64'])
})

it('gives a missed frame one other look, and each next one another', async () => {
  const { search, looks } = await setup(['qr'], () => [])

  for (let frame = 0; frame < 6; frame++) await search(picture, 'frame')

  expect(looks.filter((_, at) => at % 2 === 0)).toEqual(Array(6).fill('qr 64'))
  const others = looks.filter((_, at) => at % 2 === 1)
  expect(others).toEqual(['qr 128', 'qr 128', 'qr 128', 'qr 128', 'qr 64', 'qr 128'])
})

it('remembers what helped as long as it does', async () => {
  let isTheInvertedOne = true
  const { search } = await setup(['qr'], (_, { data, width }) =>
    width === 64 && data[0] === 255 && isTheInvertedOne ? [toCode('KBYT')] : [],
  )
  const attempts = async (count: number) => {
    const found: (string | undefined)[] = []
    for (let frame = 0; frame < count; frame++)
      found.push((await search(opaque, 'frame'))[0]?.attempt)
    return found
  }
  const opaque = { ...picture, data: picture.data.map((_, at) => (at % 4 === 3 ? 255 : 0)) }

  const first = await attempts(7)
  isTheInvertedOne = false
  await attempts(1)
  isTheInvertedOne = true
  const later = await attempts(1)

  expect(first.slice(-3)).toEqual(['inverted', 'inverted', 'inverted'])
  expect(later).toEqual([undefined])
})

it('asks for more engines after the first miss, and reads with them', async () => {
  const { search } = await setup(['qr', 'zxing-wasm'], (engine) =>
    engine === 'zxing-wasm' ? [toCode('KBYT')] : [],
  )

  const [missed] = await search(picture, 'frame')
  await vi.waitFor(async () => expect(await search(picture, 'frame')).toHaveLength(1))

  expect(missed).toBeUndefined()
})

it('drops an engine that breaks, and reads with the others', async () => {
  const { search, shelf } = await setup(['native', 'qr'], (engine) => {
    if (engine === 'native') throw new DOMException('Barcode detection service unavailable.')
    return [toCode('KBYT')]
  })
  await shelf.fetchAll()

  const codes = [await search(picture, 'frame'), await search(picture, 'frame')]

  expect([...shelf.engines.keys()]).toEqual(['qr'])
  expect(codes[1]).toMatchObject([{ text: 'KBYT', engine: 'qr' }])
})

it('tries everything on a file, with every engine', async () => {
  const { search, looks } = await setup(['qr', 'zxing-js'], () => [])

  expect(await search(picture, 'file')).toEqual([])

  expect(looks).toHaveLength(10)
  expect(looks.filter((look) => look.startsWith('zxing-js'))).toHaveLength(3)
})

it('tells where codes lie in the whole picture, from its middle and at twice the size', async () => {
  const { search } = await setup(
    ['qr'],
    (_, { width }) => (width === 200 ? [toCode('KBYT', [20, 30])] : []),
    100,
  )

  await search(draw(160, 120), 'frame')
  const [code] = await search(draw(160, 120), 'frame')

  // the middle begins at 30, 10; what was seen at 20, 30 of its double lies at 10, 15 of it
  expect(code?.corners[0]).toEqual({ x: 40, y: 25 })
  expect(code?.corners[2]).toEqual({ x: 45, y: 30 })
})

it('tells of each text once, and of no empty one', async () => {
  const seen = [toCode('one'), toCode('two', [30, 0]), toCode('one', [5, 5]), toCode('')]
  const { search } = await setup(['qr'], () => seen)

  expect((await search(picture, 'frame')).map(({ text }) => text)).toEqual(['one', 'two'])
})
