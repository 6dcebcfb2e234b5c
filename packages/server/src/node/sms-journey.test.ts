import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newKey, ownOrigin, send } from '../backend.setup.js'
import type { LogEvent } from '../ports.js'
import { answerWith, startHttpCatcher } from '../sms/gateways/http-catcher.setup.js'
import { createSmsGateway } from './create-sms-gateway.js'
import { openBackend } from './open-backend.js'
import { startSmppCatcher } from './smpp/smpp-catcher.setup.js'

const asked = { phone: '0905123456', purpose: 'declare' }

/** A production backend whose codes go through the gateway. */
async function setup(sms: ReturnType<typeof createSmsGateway>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-sms-'))
  const logged: LogEvent[] = []
  const log = (event: LogEvent) => logged.push(event)
  const backend = await openBackend({ dataDir, origins: [ownOrigin], log, sms })
  onTestFinished(async () => {
    await backend.close()
    await rm(dataDir, { recursive: true })
  })
  return { app: backend.app, logged }
}

function createHttp(url: string, timeoutMs?: number) {
  const keys = { apiKey: 'key', secretKey: 'secret', sender: 'KBYT.HUE' }
  return createSmsGateway({ gateway: 'esms', ...keys, url, ...(timeoutMs && { timeoutMs }) })
}

it('proves a phone with the code that the operator was given over HTTP', async () => {
  const { url, requests } = await startHttpCatcher(answerWith({ CodeResult: '100' }))
  const backend = await setup(createHttp(url))
  const headers = { 'idempotency-key': newKey() }
  const { json } = await send(backend, 'POST', '/v1/otp/challenges', asked, headers)
  await expect.poll(() => requests.length, { timeout: 5_000 }).toBe(1)

  const { Content, Phone } = JSON.parse(requests[0]?.body ?? '')
  const code = /\d{6}/.exec(Content)?.[0]
  const path = `/v1/otp/challenges/${json.challengeId}/verify`
  const session = await send(backend, 'POST', path, { code })

  expect(Phone).toBe('0905123456')
  expect(session.status).toBe(201)
})

it('proves a phone with the code that the message centre was given', async () => {
  const { port, submitted } = await startSmppCatcher()
  const account = { systemId: 'kbyt', password: 'hush', sender: 'KBYT.HUE' }
  const backend = await setup(
    createSmsGateway({ gateway: 'smpp', host: '127.0.0.1', port, isTls: false, ...account }),
  )
  const headers = { 'idempotency-key': newKey() }
  const { json } = await send(backend, 'POST', '/v1/otp/challenges', asked, headers)
  await expect.poll(() => submitted.length, { timeout: 5_000 }).toBe(1)

  const code = /\d{6}/.exec(submitted[0]?.short_message?.message ?? '')?.[0]
  const path = `/v1/otp/challenges/${json.challengeId}/verify`
  const session = await send(backend, 'POST', path, { code })

  expect(session.status).toBe(201)
})

it('68: asks a silent operator once, however often the request and the worker come again', async () => {
  const { url, requests } = await startHttpCatcher(() => {})
  const backend = await setup(createHttp(url, 1_000))
  const headers = { 'idempotency-key': newKey() }

  const first = await send(backend, 'POST', '/v1/otp/challenges', asked, headers)
  await backend.app.deliverMessages()
  const second = await send(backend, 'POST', '/v1/otp/challenges', asked, headers)
  await backend.app.deliverMessages()

  expect(second.json).toEqual(first.json)
  expect(requests).toHaveLength(1)
  const failed = backend.logged.filter(({ event }) => event === 'sms_failed')
  expect(failed).toMatchObject([{ gateway: 'esms', outcome: 'unknown', reason: 'timed_out' }])
  expect(JSON.stringify(backend.logged)).not.toContain('905123456')
})
