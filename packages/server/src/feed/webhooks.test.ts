import { findDeadLetters, findSubscribers, resendDeadLetters, verifyWebhook } from '@kbyt/sdk/feed'
import { describe, expect, it } from 'vitest'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  newKey,
  send,
  signIn,
} from '../backend.setup.js'
import { createOfficerClient, newSubscriber, setupFeed } from './feed.setup.js'

const hour = 3_600_000
const sick = () => ({
  ...makeDeclared(),
  health: { ...makeDeclared().health, symptoms: ['fever'] },
})

describe('a webhook', () => {
  it('tells of each person that was declared, what the subscriber may know and no more', async () => {
    const backend = await setupFeed()
    const { secret } = await backend.add()
    const filed = await declare(backend, await signIn(backend), makeDeclaration(sick(), child()))

    const taken = await backend.app.deliverFeed()

    const [first] = backend.receiver.received
    const { declarationId, declaredAt } = filed.json
    expect(taken).toBe(2)
    expect(first?.url).toBe(newSubscriber.url)
    expect(backend.receiver.listEvents()).toMatchObject([{ person: {} }, { person: {} }])
    expect(
      backend.receiver.listEvents().find(({ person }) => person?.health?.symptoms?.length),
    ).toEqual({
      eventId: expect.any(String),
      type: 'declaration-filed',
      occurredAt: declaredAt,
      declarationId,
      personId: expect.any(String),
      kind: 'domestic',
      channel: 'self',
      declaredAt,
      person: {
        fullName: 'Nguyễn Thị Phương Thảo',
        identityDocument: { type: 'cccd', number: '046190001234' },
        health: sick().health,
      },
    })
    const signature = first?.headers['kbyt-signature']
    const body = first?.body ?? ''
    const event = await verifyWebhook(secret, { signature, body }, { now: backend.clock.at })
    expect(event.eventId).toBe(first?.headers['kbyt-event-id'])
  })

  it('tells of a withdrawal after the declaration, with ids alone', async () => {
    const backend = await setupFeed()
    await backend.add()
    const citizen = await signIn(backend)
    const { json } = await declare(backend, citizen)
    const path = `/v1/declarations/${json.declarationId}/withdraw`
    await send(backend, 'POST', path, {}, { ...citizen, 'idempotency-key': newKey() })
    await send(backend, 'POST', path, {}, { ...citizen, 'idempotency-key': newKey() })

    await backend.app.deliverFeed()

    const events = backend.receiver.listEvents()
    expect(events.map(({ type }) => type)).toEqual(['declaration-filed', 'declaration-withdrawn'])
    expect(events[1]).not.toHaveProperty('person')
  })

  it('that no receiver takes is tried again, later each time, then listed as dead', async () => {
    const backend = await setupFeed()
    const { subscriberId } = await backend.add()
    await declare(backend, await signIn(backend))
    backend.receiver.answer = async () => ({ status: 503 })
    const tries: number[] = []

    for (let minutes = 0; minutes <= 80 * 60; minutes += 1) {
      const before = backend.receiver.received.length
      await backend.app.deliverFeed()
      if (backend.receiver.received.length > before) tries.push(minutes)
      backend.clock.at += 60_000
    }

    const { deadLetters } = await findDeadLetters(
      await createOfficerClient(backend, 'administrator'),
      { subscriberId },
    )
    const waits = tries.slice(1).map((minute, index) => minute - (tries[index] ?? 0))
    expect(tries.length).toBeGreaterThan(72)
    expect(tries.at(-1)).toBeLessThan(72 * 60)
    expect(waits[0]).toBe(1)
    expect(Math.max(...waits)).toBeLessThanOrEqual(61)
    expect(waits.slice(-20).every((wait) => wait >= 30)).toBe(true)
    expect(deadLetters).toMatchObject([{ attempts: tries.length, lastOutcome: '503' }])
  })

  it('given up is tried again on demand', async () => {
    const backend = await setupFeed()
    const { subscriberId } = await backend.add()
    await declare(backend, await signIn(backend))
    backend.receiver.answer = async () => ({ failure: 'timed-out' })
    await backend.app.deliverFeed()
    backend.clock.at += 73 * hour
    await backend.app.deliverFeed()
    backend.receiver.answer = async () => ({ status: 200 })
    const client = await createOfficerClient(backend, 'administrator')

    const { resent } = await resendDeadLetters(client, { subscriberId })

    expect([resent, await backend.app.deliverFeed()]).toEqual([1, 1])
    expect((await findDeadLetters(client, { subscriberId })).deadLetters).toEqual([])
  })

  it('to a receiver that is down keeps nobody else waiting', async () => {
    const backend = await setupFeed()
    await backend.add({ url: 'https://down.example/' })
    await backend.add({ url: 'https://up.example/' })
    const citizen = await signIn(backend)
    for (let count = 0; count < 12; count += 1) await declare(backend, citizen)
    backend.receiver.answer = async ({ url }) =>
      url.includes('down') ? { failure: 'unreachable' } : { status: 200 }

    const taken = await backend.app.deliverFeed()

    const down = backend.receiver.received.filter(({ url }) => url.includes('down'))
    expect([taken, down.length]).toEqual([12, 1])
  })

  it.each([
    ['a redirect', { status: 302 }],
    ['a refusal', { status: 400 }],
    ['an address that leads inside', { failure: 'address-refused' as const }],
  ])('answered with %s was not taken', async (_name, answer) => {
    const backend = await setupFeed()
    await backend.add()
    await declare(backend, await signIn(backend))
    backend.receiver.answer = async () => answer

    expect(await backend.app.deliverFeed()).toBe(0)
    expect((await findSubscribers(backend.client)).subscribers).toMatchObject([
      { deliveries: { waiting: 1, dead: 0 } },
    ])
  })

  it('goes nowhere where no sender is passed in', async () => {
    const backend = await setupFeed({ webhooks: undefined })
    await backend.add()
    await declare(backend, await signIn(backend))

    expect(await backend.app.deliverFeed()).toBe(0)
  })
})
