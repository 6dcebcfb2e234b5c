import { expect, it, onTestFinished, vi } from 'vitest'
import { draw, text } from '../scanner.setup.js'
import type { WorkerFault } from '../worker/faulty-worker.setup.js'
import { createDecoder } from './create-decoder.js'

const workerUrl = new URL('../worker/scan-worker.ts?worker_file&type=module', import.meta.url)

function setup(address: string | URL = workerUrl) {
  const decoder = createDecoder({ workerUrl: address })
  onTestFinished(() => decoder.close())
  return decoder
}

/** A large sheet with codes on it. */
function lay(width: number, height: number, codes: readonly (readonly [string, number, number])[]) {
  const sheet = Object.assign(document.createElement('canvas'), { width, height })
  const context = sheet.getContext('2d')!
  context.fillStyle = '#ddd'
  context.fillRect(0, 0, width, height)
  for (const [code, left, top] of codes) context.drawImage(draw(code), left, top, 300, 330)
  return createImageBitmap(sheet)
}

const faultyUrl = new URL(
  '../worker/faulty-worker.setup.ts?worker_file&type=module',
  import.meta.url,
)
const toFaulty = (fault: WorkerFault) => `${faultyUrl.href}&fault=${fault}`

it('reads a frame in its worker, and uses the frame up', async () => {
  const frame = await createImageBitmap(draw(text))

  const [code] = await setup().decode(frame, 'frame')

  expect(code).toMatchObject({ text, attempt: 'plain' })
  expect(frame.width).toBe(0)
})

it('reads pixels, and leaves them with who gave them', async () => {
  const canvas = draw(text)
  const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)

  const [code] = await setup().decode(pixels, 'frame')

  expect(code?.text).toBe(text)
  expect(pixels.data.byteLength).toBeGreaterThan(0)
})

it('tells all codes of a frame, each with its place', async () => {
  const frame = await lay(1_280, 720, [
    ['1234567', 100, 100],
    ['7654321', 800, 300],
  ])

  const codes = await setup().decode(frame, 'frame')

  const places = codes.map(({ text: read, corners: [{ x, y }] }) => [read, x > 640, y > 300])
  expect(places.toSorted()).toEqual([
    ['1234567', false, false],
    ['7654321', true, true],
  ])
})

it('finds a small code in a photo of 12 megapixels', { timeout: 30_000 }, async () => {
  const photo = await lay(4_000, 3_000, [['1234567', 3_300, 2_400]])

  const [code] = await setup().decode(photo, 'file')

  expect(code?.text).toBe('1234567')
  expect(code?.corners[0].x).toBeGreaterThan(3_300)
})

it.each([
  ['lies on another origin', 'https://cdn.example/scan-worker.js'],
  ['is not there', new URL('/nowhere/scan-worker.js', location.href)],
  ['has an address that nothing can lie beside', 'blob:nowhere'],
  ['throws as it starts', toFaulty('throws')],
  ['cannot read frames', toFaulty('unfit')],
  ['breaks later', toFaulty('breaks')],
])('reads on the page where the worker %s', { timeout: 30_000 }, async (_, address) => {
  const decoder = setup(address)

  // A worker that breaks takes a frame with it, and the page sees every other frame in part.
  const look = async () =>
    (await decoder.decode(await createImageBitmap(draw(text)), 'frame'))[0]?.text
  await expect.poll(look, { timeout: 20_000 }).toBe(text)
})

it('ends a worker that broke', async () => {
  const terminate = vi.spyOn(Worker.prototype, 'terminate')
  onTestFinished(() => terminate.mockRestore())
  const decoder = setup(toFaulty('breaks'))

  await decoder.decode(await createImageBitmap(draw(text)), 'frame')

  expect(terminate).toHaveBeenCalledOnce()
})

it('finds nothing once it is closed', async () => {
  const decoder = setup()
  const frame = await createImageBitmap(draw(text))

  decoder.close()

  expect(await decoder.decode(frame, 'frame')).toEqual([])
})
