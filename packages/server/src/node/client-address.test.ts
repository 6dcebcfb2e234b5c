import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createClientAddress } from './client-address.js'

/** A request from a peer, who is gone where no address is given. */
function setup(forwarded: string, remoteAddress?: string) {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
  const request = new Request('http://a', { headers: { 'x-forwarded-for': forwarded } })
  return { request, env: { incoming: new IncomingMessage(socket) } }
}

it.each([
  ['the peer who is no proxy', '6.6.6.6', '203.0.113.9', '203.0.113.9'],
  ['whom the proxy names', '6.6.6.6, 203.0.113.9', '10.0.0.1', '203.0.113.9'],
  [
    'whom the first of two proxies names',
    '203.0.113.9, 10.0.0.2',
    '::ffff:10.0.0.1',
    '203.0.113.9',
  ],
  ['the proxy that names nobody', '', '10.0.0.1', '10.0.0.1'],
])('61: counts %s', (_name, forwarded, peer, expected) => {
  const { request, env } = setup(forwarded, peer)

  expect(createClientAddress(['10.0.0.0/8'])(request, env)).toBe(expected)
})

it('61: believes no header of a peer who hung up before being looked at', () => {
  const { request, env } = setup('198.51.100.7')

  expect(createClientAddress([])(request, env)).toBe('')
})
