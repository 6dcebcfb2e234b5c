import { expect, it } from 'vitest'
import { send, setup, signIn } from '../backend.setup.js'
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
