import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { memoryUsage } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { drawSeeded } from '../seeded-picture.setup.js'
import { createZxingWasmEngine } from './zxing-wasm.js'

setFlagsFromString('--expose_gc')
const collectGarbage: () => void = runInNewContext('gc')

it('keeps nothing of the frames it has read', async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(path)
  const engine = await createZxingWasmEngine(buffer.slice(byteOffset, byteOffset + byteLength))
  const { picture, text } = drawSeeded(1, 287, { module: 4 })
  expect((await engine.decode(picture)).map((code) => code.text)).toEqual([text])
  collectGarbage()
  const before = memoryUsage().arrayBuffers

  for (let frame = 0; frame < 100; frame++) await engine.decode(picture)

  collectGarbage()
  expect(memoryUsage().arrayBuffers - before).toBeLessThan(50_000)
})
