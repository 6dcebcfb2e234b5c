import { describe, expect, it } from 'vitest'
import {
  newKey,
  partnerKey,
  partnerOrigin,
  send,
  setup,
  type TestBackend,
} from '../backend.setup.js'

const hour = 3_600_000
const partner = { authorization: `Bearer ${partnerKey}`, origin: partnerOrigin }

/** Asks from a network of its own each time, so that no limit but the breaker is met. */
async function ask(backend: TestBackend, phone: string, from: Record<string, string> = partner) {
  const address = `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`
  const headers = { 'idempotency-key': newKey(), 'test-address': address, ...from }
  const asked = { phone, purpose: 'declare' }
  return send(backend, 'POST', '/v1/otp/challenges', asked, headers)
}

async function askInARow(backend: TestBackend) {
  const answers = []
  for (let last = 0; last < 200; last += 1) {
    answers.push(await ask(backend, `0901000${String(last).padStart(3, '0')}`))
  }
  return answers
}

describe('60: two hundred numbers in a row from one key', () => {
  it('stops at the thirtieth number, and somebody is told once', async () => {
    const backend = await setup()

    const answers = await askInARow(backend)
    await backend.app.deliverMessages()

    const refused = answers.filter(({ status }) => status !== 201)
    expect(answers.findIndex(({ status }) => status !== 201)).toBe(30)
    expect(new Set(refused.map(({ json }) => json.code))).toEqual(new Set(['otp_rate_limited']))
    expect(refused).toHaveLength(170)
    expect(backend.inbox).toHaveLength(30)
    expect(backend.alarms).toEqual([{ code: 'otp_numbers_in_a_row' }])
  })

  it('goes on for other keys, for other numbers, and for all an hour later', async () => {
    const backend = await setup()
    await askInARow(backend)

    const others = [await ask(backend, '0901000250', {}), await ask(backend, '0905123456')]
    backend.clock.at += hour
    others.push(await ask(backend, '0901000250'))

    expect(others.map(({ status }) => status)).toEqual([201, 201, 201])
  })

  it('counts numbers, not calls: one phone that asks again is one number', async () => {
    const backend = await setup()
    for (let round = 0; round < 40; round += 1) await ask(backend, '0901000001')

    const neighbour = await ask(backend, '0901000002')

    expect(neighbour.status).toBe(201)
    expect(backend.alarms).toEqual([])
  })

  it('counts every call of a network, those it refuses too', async () => {
    const backend = await setup({ otpRequestsPerNetworkHour: 40 })
    const from = { ...partner, 'test-address': '192.0.2.7' }
    for (let last = 10; last < 50; last += 1) await ask(backend, `09010000${last}`, from)

    const next = await ask(backend, '0905123456', from)
    const elsewhere = await ask(backend, '0905123456', { ...from, 'test-address': '192.0.2.8' })

    expect([next.json.code, elsewhere.status]).toEqual(['otp_rate_limited', 201])
  })
})
