import { expect, it, vi } from 'vitest'
import type { Engine, EngineName } from './engine.js'
import { createEngineShelf } from './engine-shelf.js'

const give = (name: EngineName) =>
  vi.fn(async (): Promise<Engine> => ({ name, decode: async () => [] }))
const refuse = () => vi.fn(() => Promise.reject(new Error('no WebAssembly')))

it('loads only what is read with first, until there is a miss', async () => {
  const wasm = give('zxing-wasm')

  const shelf = await createEngineShelf({ first: [give('qr')], more: [wasm] })

  expect([...shelf.engines.keys()]).toEqual(['qr'])
  expect(wasm).not.toHaveBeenCalled()
})

it('loads the next engine once, however many misses there are', async () => {
  const [wasm, js] = [give('zxing-wasm'), give('zxing-js')]
  const shelf = await createEngineShelf({ first: [give('qr')], more: [wasm, js] })

  shelf.fetchMore()
  shelf.fetchMore()
  await shelf.fetchAll()

  expect([...shelf.engines.keys()]).toEqual(['qr', 'zxing-wasm'])
  expect(wasm).toHaveBeenCalledOnce()
  expect(js).not.toHaveBeenCalled()
})

it('takes the one after where an engine cannot run', async () => {
  const shelf = await createEngineShelf({ first: [give('qr')], more: [refuse(), give('zxing-js')] })

  await shelf.fetchAll()

  expect([...shelf.engines.keys()]).toEqual(['qr', 'zxing-js'])
})

it('drops an engine for good, and loads what waits behind it', async () => {
  const shelf = await createEngineShelf({
    first: [give('qr')],
    more: [give('zxing-wasm'), give('zxing-js')],
  })
  await shelf.fetchAll()

  shelf.drop('zxing-wasm')
  await shelf.fetchAll()

  expect([...shelf.engines.keys()]).toEqual(['qr', 'zxing-js'])
})
