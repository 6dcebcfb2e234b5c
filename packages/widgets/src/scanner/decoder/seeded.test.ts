import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { createEngineShelf } from '../engines/engine-shelf.js'
import { createQrEngine } from '../engines/qr.js'
import { createZxingJsEngine } from '../engines/zxing-js.js'
import { createZxingWasmEngine } from '../engines/zxing-wasm.js'
import { createRandom, type Distortion, drawSeeded } from '../seeded-picture.setup.js'
import { createSearch, type Search } from './create-search.js'

// More seeds, and the same against other libraries: node bench/scanner/run.mjs --seeded 100
const seeds = process.env.KBYT_LONG === '1' ? 50 : 1
const conditions: readonly [string, Distortion][] = [
  ['of 2 pixels a module', { module: 2 }],
  ['out of focus, sigma 2.5', { module: 4, blur: 2.5 }],
  [
    'as from a phone',
    { module: 4, blur: 1, motion: 3, noise: 8, tilt: 0.15, turn: 10, dark: 70, light: 170 },
  ],
]

const searches: Record<string, Search> = {}

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(path)
  const wasm = buffer.slice(byteOffset, byteOffset + byteLength)
  const first = [async () => createQrEngine(16)]
  const more = { wasm: () => createZxingWasmEngine(wasm), js: async () => createZxingJsEngine() }
  for (const [name, load] of Object.entries(more)) {
    const shelf = await createEngineShelf({ first, more: [load] })
    searches[name] = createSearch({ shelf, maxSide: { frame: 1_280, file: 1_280 } })
  }
})

const find = async (engines: string, picture: Parameters<Search>[0]) =>
  (await searches[engines]?.(picture, 'file'))?.map(({ text }) => text)

// Drawing takes most of the time, and more of it on a busy machine.
describe.each([['wasm'], ['js']])('with %s', { timeout: 60_000 }, (engines) => {
  it.each(conditions)('reads every code %s, and nothing else', async (_, distortion) => {
    for (let seed = 1; seed <= seeds; seed++) {
      const { text, picture, version } = drawSeeded(seed, seed % 2 ? 287 : 330, distortion)

      expect([7, 8]).toContain(version)
      expect(await find(engines, picture)).toEqual([text])
    }
  })

  it('reads nothing in noise', async () => {
    const random = createRandom(7)
    const data = new Uint8ClampedArray(4 * 320 * 240).map(() => 256 * random())

    expect(await find(engines, { data, width: 320, height: 240 })).toEqual([])
  })

  it('says where a code lies, to a few pixels', async () => {
    const { picture } = drawSeeded(3, 287, { module: 4 })

    const [code] = (await searches[engines]?.(picture, 'file')) ?? []

    const [a, , c] = code?.corners ?? []
    const side = 45 * 4
    expect((a?.x ?? 0) + (c?.x ?? 0)).toBeGreaterThan(2 * 320 - 30)
    expect((a?.x ?? 0) + (c?.x ?? 0)).toBeLessThan(2 * 320 + 30)
    expect(Math.abs((c?.x ?? 0) - (a?.x ?? 0) - side)).toBeLessThan(side / 10)
  })
})
