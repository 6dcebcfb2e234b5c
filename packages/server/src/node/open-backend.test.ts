import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { newKey, phone } from '../backend.setup.js'
import type { LogEvent } from '../ports.js'
import { type BackendOptions, openBackend } from './open-backend.js'
import { serveBackend } from './serve-backend.js'

// twenty slow password hashes on a busy machine
vi.setConfig({ testTimeout: 30_000 })

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-node-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function setup(options: Partial<BackendOptions> = {}) {
  const logged: LogEvent[] = []
  const backend = await openBackend({
    dataDir: await makeFolder(),
    environment: 'development',
    origins: [],
    log: (event) => logged.push(event),
    ...options,
  })
  const server = await serveBackend(backend, { port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => server.close())
  return { backend, server, logged, url: `http://127.0.0.1:${server.port}` }
}

/** Sends bytes as they are and reads all that comes back. */
async function sendRaw(port: number, lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  return text(socket)
}

/** Sends bytes and breaks the connection without waiting for an answer. */
async function hangUp(port: number, lines: string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  await new Promise((sent) => socket.write(lines.join('\r\n'), sent))
  socket.resetAndDestroy()
}

it('refuses the console gateway in production', async () => {
  const opening = openBackend({ dataDir: await makeFolder(), origins: [] })

  await expect(opening).rejects.toThrow('development only')
})

it('leaves the Request and the Response of its process as they are', async () => {
  const before = [globalThis.Request, globalThis.Response]

  await setup()

  expect([globalThis.Request, globalThis.Response]).toEqual(before)
  expect(new Request('http://localhost').clone()).toBeInstanceOf(Request)
})

it('shows sent codes to this machine alone', async () => {
  const { url } = await setup()
  await fetch(`${url}/v1/otp/challenges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({ phone, purpose: 'declare' }),
  })

  const readPage = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/v1/dev/sms`, { headers })
    return { status: answer.status, body: await answer.text() }
  }

  await expect
    .poll(async () => (await readPage()).body)
    .toMatch(/DTTM_TTHUE → 0905 123 456.*\d{6}/s)
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'cf-connecting-ip']) {
    expect(await readPage({ [name]: '127.0.0.1' })).toMatchObject({ status: 404 })
  }
})

it('has no page of codes for a foreign name of this machine, nor with a gateway of its own', async () => {
  const { server } = await setup()
  const own = await setup({ sms: { name: 'own', isWebOtpAllowed: false, send: async () => {} } })

  const ask = (target: string, host: string) =>
    sendRaw(server.port, [`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close'])

  const rebound = [
    await ask('/v1/dev/sms', 'evil.example'),
    await ask('/v1/dev/sms', 'localhost.evil.example'),
    await ask('http://evil.example/v1/dev/sms', 'localhost'),
  ]
  const absent = await fetch(`${own.url}/v1/dev/sms`)

  for (const answer of rebound) expect(answer).toMatch(/^HTTP\/1.1 404 /)
  expect(absent.status).toBe(404)
})

it.each([
  ['two hosts', ['GET /v1/config HTTP/1.1', 'Host: a', 'Host: b', 'Connection: close']],
  [
    'length and chunks together',
    [
      'POST /v1/otp/challenges HTTP/1.1',
      'Host: a',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      'Connection: close',
    ],
  ],
  [
    'two authorizations',
    [
      'GET /v1/config HTTP/1.1',
      'Host: a',
      'Authorization: Bearer a',
      'Authorization: Bearer b',
      'Connection: close',
    ],
  ],
])('87: answers 400 to %s', async (_name, lines) => {
  const { server } = await setup()

  expect(await sendRaw(server.port, lines)).toMatch(/^HTTP\/1.1 400 /)
})

it('86: takes no TRACE', async () => {
  const { server } = await setup()

  const answer = await sendRaw(server.port, [
    'TRACE /v1/config HTTP/1.1',
    'Host: a',
    'Connection: close',
  ])

  expect(answer).toMatch(/^HTTP\/1.1 405 /)
})

it('80: answers 413 to a long body without a length', async () => {
  const { url } = await setup()
  const chunks = new ReadableStream({
    start(controller) {
      for (let index = 0; index < 20; index += 1) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(8_192)))
      }
      controller.close()
    },
  })

  const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
  const init = { method: 'POST', headers, body: chunks, duplex: 'half' }

  const answer = await fetch(`${url}/v1/otp/challenges`, init)

  expect(answer.status).toBe(413)
})

it('shows measures to this machine alone, unless a network or a token is named', async () => {
  const token = 'a-token-that-nobody-guesses'
  const direct = await setup()
  const proxied = await setup({ trustedProxies: ['127.0.0.0/8'], metrics: { token } })
  const named = await setup({
    trustedProxies: ['127.0.0.0/8'],
    metrics: { networks: ['203.0.113.0/24'] },
  })
  const ask = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/metrics`, { headers })).status
  const from = (address: string) => ({ 'x-forwarded-for': address })

  expect(await ask(direct.url)).toBe(200)
  expect(await ask(direct.url, from('203.0.113.9'))).toBe(404) // some proxy nobody named
  expect(await ask(proxied.url)).toBe(404) // what a proxy on this machine passes on
  expect(await ask(proxied.url, from('127.0.0.1'))).toBe(404)
  expect(await ask(proxied.url, { authorization: 'Bearer another-token-of-that-length' })).toBe(404)
  expect(await ask(proxied.url, { ...from('8.8.8.8'), authorization: `Bearer ${token}` })).toBe(200)
  expect(await ask(named.url, from('203.0.113.9'))).toBe(200)
  expect(await ask(named.url, from('203.0.113.9, 198.51.100.1'))).toBe(404)
})

it('61: counts the peer, whatever X-Forwarded-For says, unless the peer is a named proxy', async () => {
  const direct = await setup()
  const proxied = await setup({ trustedProxies: ['127.0.0.0/8'] })
  const login = (url: string, address: string) =>
    fetch(`${url}/v1/officers/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `6.6.6.6, ${address}` },
      body: JSON.stringify({ username: 'nobody', password: 'x' }),
    })
  const statuses = async (url: string) => {
    const answers = []
    for (let index = 0; index < 11; index += 1) {
      answers.push((await login(url, `203.0.113.${index}`)).status)
    }
    return answers.filter((status) => status === 429).length
  }

  expect(await statuses(direct.url)).toBe(1)
  expect(await statuses(proxied.url)).toBe(0)
})

it('61: counts whoever hangs up at once, whatever X-Forwarded-For says', async () => {
  const { server, logged } = await setup()
  const body = JSON.stringify({ username: 'nobody', password: 'x' })
  const codes = () => logged.flatMap(({ event, code }) => (event === 'request' ? [code] : []))

  for (let index = 0; index < 11; index += 1) {
    await hangUp(server.port, [
      'POST /v1/officers/sessions HTTP/1.1',
      'Host: a',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      `X-Forwarded-For: 203.0.113.${index}`,
      'Authorization: Bearer kbyt_cs_unknown', // to look it up takes longer than to hang up
      '',
      body,
    ])
  }
  await expect.poll(() => codes().length, { timeout: 20_000 }).toBe(11)

  expect(codes().filter((code) => code === 'rate_limited')).toHaveLength(1)
})

it('logs no error of its own when a sender hangs up in the middle of a body', async () => {
  const { server, logged } = await setup()
  const request = () => logged.find(({ event }) => event === 'request')

  await hangUp(server.port, [
    'POST /v1/officers/sessions HTTP/1.1',
    'Host: a',
    'Content-Type: application/json',
    'Content-Length: 100',
    '',
    '{',
  ])
  await expect.poll(request).toBeDefined()

  expect(request()).toMatchObject({ level: 'info', code: 'json_malformed' })
})
