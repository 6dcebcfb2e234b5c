import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isPublicAddress } from '../feed/is-public-address.js'
import { createWebhookSender } from './create-webhook-sender.js'

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port }: AddressInfo = Object(server.address())
  return `http://localhost:${port}/kbyt`
}

const sender = createWebhookSender({ privateHosts: ['localhost'] })
const toRequest = (url: string, timeoutMs = 5_000) => ({
  url,
  headers: { 'content-type': 'application/json', 'kbyt-event-id': '1' },
  body: '{"họ":"Nguyễn"}',
  timeoutMs,
})

describe('a webhook', () => {
  it('is posted whole to a host the operator named', async () => {
    const got: unknown[] = []
    const url = await listen(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const { method, headers } = request
      got.push([method, headers['kbyt-event-id'], Buffer.concat(chunks).toString()])
      response.writeHead(202).end('thanks')
    })

    expect(await sender.post(toRequest(url))).toEqual({ status: 202 })
    expect(got).toEqual([['POST', '1', '{"họ":"Nguyễn"}']])
  })

  it('follows no redirect', async () => {
    let asked = 0
    const target = await listen((_request, response) => {
      asked += 1
      response.end()
    })
    const url = await listen((_request, response) => {
      response.writeHead(307, { location: target }).end()
    })

    expect(await sender.post(toRequest(url))).toEqual({ status: 307 })
    expect(asked).toBe(0)
  })

  it('reads no endless answer', async () => {
    const url = await listen((_request, response) => {
      const write = () => {
        if (response.write('x'.repeat(65_536))) setImmediate(write)
        else response.once('drain', write)
      }
      response.on('error', () => {})
      write()
    })

    expect(await sender.post(toRequest(url))).toEqual({ status: 200 })
  })

  it('gives up on a receiver that says nothing, and on one that hangs up', async () => {
    const silent = await listen(() => {})
    const rude = await listen((request) => {
      request.socket.destroy()
    })

    expect(await sender.post(toRequest(silent, 100))).toEqual({ failure: 'timed-out' })
    expect(await sender.post(toRequest(rude))).toEqual({ failure: 'unreachable' })
  })

  it.each([
    'http://partner.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/',
    // a name of the open Internet may lead to this machine: this one always does
    'https://localhost/',
  ])('does not go to %s', async (url) => {
    const strict = createWebhookSender()

    expect(await strict.post(toRequest(url))).toEqual({ failure: 'address-refused' })
  })
})

it.each([
  ['8.8.8.8', true],
  ['203.162.4.190', true],
  ['2400:cb00:2048:1::c629:d7a2', true],
  ['::ffff:8.8.8.8', true],
  ['10.0.0.1', false],
  ['100.64.0.1', false],
  ['127.8.8.8', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['198.19.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['fe80::1', false],
  ['fd12:3456::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['2001::1', false],
])('knows whether %s is of the open Internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
