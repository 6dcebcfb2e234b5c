import { expect, it } from 'vitest'
import { ownOrigin, send, setup, signIn, type TestBackend } from '../backend.setup.js'
import type { EkycReading } from '../ports.js'

it('works on eight bulky bodies at once, and refuses the ninth before it is read', async () => {
  let resolve = (_reading: EkycReading): void => {}
  const promise = new Promise<EkycReading>((settle) => {
    resolve = settle
  })
  const backend = await setup({ ekyc: { name: 'slow', read: () => promise } })
  const headers = await signIn(backend)
  const read = async () => {
    const { status, json } = await send(
      backend,
      'POST',
      '/v1/accounts/readings',
      { card: 'AAAA' },
      headers,
    )
    return { status, code: json.code }
  }

  const first = Array.from({ length: 8 }, read)
  await new Promise((done) => setTimeout(done, 50))
  const ninth = await read()
  resolve({ document: { idNumber: '046190001234' }, face: 'not-checked' })

  expect(ninth).toEqual({ status: 503, code: 'overloaded' })
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect((await read()).status).toBe(200)
})

/** Photos whose sender goes on for as long as it likes. */
function sendSlowly(backend: TestBackend, headers: Record<string, string>) {
  let end = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"card":'))
      end = () => {
        controller.enqueue(new TextEncoder().encode('"AAAA"}'))
        controller.close()
      }
    },
  })
  // undici wants it said; the DOM's types do not know it
  const half = { duplex: 'half' }
  const sent = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
  const request = new Request(`${ownOrigin}/v1/accounts/readings`, { ...sent, body, ...half })
  return { answer: backend.app.fetch(request), end }
}

it('keeps nobody’s place for those who send slowly', async () => {
  const document = { idNumber: '046190001234' }
  const read = async () => ({ document, face: 'not-checked' as const })
  const backend = await setup({ ekyc: { name: 'quick', read } })
  const headers = await signIn(backend)
  const slow = Array.from({ length: 20 }, () => sendSlowly(backend, headers))

  const quick = await send(backend, 'POST', '/v1/accounts/readings', { card: 'AAAA' }, headers)
  slow.at(0)?.end()
  const first = await slow.at(0)?.answer

  expect(quick.status).toBe(200)
  expect(first?.status).toBe(200)
  for (const { end } of slow.slice(1)) end()
})
