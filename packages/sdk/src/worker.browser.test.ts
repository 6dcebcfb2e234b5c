import { afterAll, expect, it } from 'vitest'

const worker = new Worker(new URL('./worker.setup.ts', import.meta.url), { type: 'module' })

afterAll(() => {
  worker.terminate()
})

/** Has the worker run one room of the SDK. */
async function runInWorker(room: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
    worker.postMessage(room)
  })
}

it.each([
  ['client', 'offline'],
  ['abort', 'left the page'],
  ['documents', '1990-08-15'],
  ['places', 145],
  ['qr', ['pass', true, 'qr_malformed']],
  ['policy', true],
  ['trust', undefined],
  ['checkIn', 1],
])('works in a Web Worker: %s', async (room, answer) => {
  expect(await runInWorker(room)).toEqual(answer)
})
