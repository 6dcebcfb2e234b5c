import { createServer, type RequestListener } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { getConfig } from '../config/get-config.js'
import { requestOtp } from '../otp/request-otp.js'
import { resendOtp } from '../otp/resend-otp.js'
import { createClient } from './create-client.js'

// What real sockets do, which a fake fetch only imitates.
const closers: (() => void)[] = []

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function setupServer(answer: RequestListener) {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'string' ? address : address?.port
  return { client: createClient({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 3_000 }), paths }
}

it('follows no redirect', async () => {
  const { client, paths } = await setupServer((_, response) => {
    response.writeHead(302, { location: '/login' }).end()
  })

  await expect(getConfig(client)).rejects.toMatchObject({ code: 'offline' })

  expect(paths).not.toContain('/login')
})

it('calls a body that ends too early being offline', async () => {
  const { client } = await setupServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"issuer":', () => response.destroy())
  })

  await expect(getConfig(client)).rejects.toMatchObject({ code: 'offline' })
})

it('sends again what has one effect when the connection breaks, and nothing else', async () => {
  const { client, paths } = await setupServer((_, response) => response.destroy())
  const challengeId = '0177f2a4-0000-7000-8000-000000000001'

  await expect(resendOtp(client, { challengeId })).rejects.toMatchObject({ code: 'offline' })
  expect(paths).toHaveLength(1)

  const requesting = requestOtp(client, { phone: '0905123456' })
  await expect(requesting).rejects.toMatchObject({ code: 'offline' })
  expect(paths).toHaveLength(4)
})

it('ends in its time limit when the server falls silent in the body', async () => {
  const { client } = await setupServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{')
  })

  const calling = getConfig({ ...client, timeoutMs: 100 })

  await expect(calling).rejects.toMatchObject({ code: 'timed_out' })
})

it('hangs up on the server when it is stopped', async () => {
  let hungUp = () => {}
  const gone = new Promise<void>((resolve) => {
    hungUp = resolve
  })
  const controller = new AbortController()
  const reason = new Error('left the page')
  const { client } = await setupServer((request) => {
    request.socket.on('close', hungUp)
    controller.abort(reason)
  })

  await expect(getConfig(client, { signal: controller.signal })).rejects.toBe(reason)

  await gone
})
