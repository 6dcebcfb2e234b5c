import { call } from '@kbyt/sdk'
import {
  disableSubscriber,
  findDeadLetters,
  findSubscribers,
  readFeed,
  resendDeadLetters,
  verifyWebhook,
} from '@kbyt/sdk/feed'
import { findSubscribersEndpoint } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  newKey,
  phone,
  send,
  signIn,
} from '../backend.setup.js'
import { createOfficerClient, newSubscriber, readPage, setupFeed } from './feed.setup.js'

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

describe('the feed', () => {
  it('is read on from where it was left, without a gap or a double', async () => {
    const backend = await setupFeed()
    const { key } = await backend.add()
    const citizen = await signIn(backend)
    const declareThree = async () => {
      for (let count = 0; count < 3; count += 1) await declare(backend, citizen)
    }
    let after: string | undefined
    const read = async () => {
      const ids: string[] = []
      const onProgress = (place: string) => {
        after = place
      }
      for await (const event of readFeed(
        backend.client,
        { key, after, limit: 2 },
        { onProgress },
      )) {
        ids.push(event.eventId)
      }
      return ids
    }

    await declareThree()
    const first = await read()
    const none = await read()
    await declareThree()
    const second = await read()

    expect([first.length, none.length, second.length]).toEqual([3, 0, 3])
    expect(new Set([...first, ...second]).size).toBe(6)
  })

  it('holds nothing of the time before the subscriber was let in', async () => {
    const backend = await setupFeed()
    const citizen = await signIn(backend)
    await declare(backend, citizen)
    const { key } = await backend.add()
    await declare(backend, citizen)

    expect((await readPage(backend.client, key)).events).toHaveLength(1)
  })

  it('tells a subscriber of its areas and types alone, and moves on over the rest', async () => {
    const backend = await setupFeed()
    const { key } = await backend.add({ areas: ['479'], events: ['declaration-filed'], fields: [] })
    const inside = makeDeclared({
      address: { ...makeDeclared().person.address, districtCode: '479', wardCode: '19960' },
    })
    const citizen = await signIn(backend)
    await declare(backend, citizen)
    await declare(backend, citizen, makeDeclaration(inside))

    const page = await readPage(backend.client, key, { limit: 1 })
    const next = await readPage(backend.client, key, { limit: 1, after: page.after })

    expect([page.events, page.hasMore]).toEqual([[], true])
    expect([next.events.length, next.hasMore]).toEqual([1, false])
    expect(next.events[0]).not.toHaveProperty('person')
  })

  it('is not read by whoever has no key, a disabled one, or a place of another', async () => {
    const backend = await setupFeed()
    const { key, subscriberId } = await backend.add()
    const other = await backend.add()
    const { after } = await readPage(backend.client, other.key)

    await expect(readPage(backend.client, key, { after })).rejects.toMatchObject({
      code: 'input_invalid',
    })
    await disableSubscriber(backend.client, { subscriberId })
    await expect(readPage(backend.client, key)).rejects.toMatchObject({ code: 'key_unknown' })
    await expect(readPage(backend.client, `kbyt_fk_${'a'.repeat(43)}`)).rejects.toMatchObject({
      code: 'key_unknown',
    })
    const inPage = await send(backend, 'GET', '/v1/feed', undefined, {
      authorization: `Bearer ${other.key}`,
      origin: 'https://kbyt.example',
    })
    expect(inPage.json.code).toBe('origin_not_allowed')
  })

  it('is not told while the audit log cannot be written', async () => {
    const backend = await setupFeed({ isStrict: false })
    const { key } = await backend.add()
    await declare(backend, await signIn(backend))
    const { audit } = backend.store
    const { append } = audit
    const read = async () =>
      send(backend, 'GET', '/v1/feed', undefined, { authorization: `Bearer ${key}` })
    Object.assign(audit, { append: () => Promise.reject(new Error('disk full')) })

    const { json } = await read()

    Object.assign(audit, { append })
    expect(json.code).toBe('audit_unavailable')
    expect((await readPage(backend.client, key)).events).toHaveLength(1)
  })
})

describe('subscribers', () => {
  it.each([
    'http://lienthong.example/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:192.168.1.1]/',
    'https://[fd00::1]/',
    'https://may-chu/',
    'https://db.internal/',
    'https://a:b@lienthong.example/',
    'ftp://lienthong.example/',
    'lienthong.example',
  ])('have no webhooks sent to %s', async (url) => {
    const backend = await setupFeed()

    await expect(backend.add({ url })).rejects.toMatchObject({
      code: 'input_invalid',
      issues: [{ path: 'url' }],
    })
  })

  it('have webhooks sent inside where the operator named the host', async () => {
    const backend = await setupFeed({ webhookPrivateHosts: ['truc.noi-bo'] })

    expect(await backend.add({ url: 'http://truc.noi-bo/kbyt' })).toMatchObject({
      url: 'http://truc.noi-bo/kbyt',
    })
  })

  it('show their secrets once, and what they may know to the administrator alone', async () => {
    const backend = await setupFeed()
    const { key, secret, ...subscriber } = await backend.add()

    const { subscribers } = await findSubscribers(backend.client)

    expect(key).toMatch(/^kbyt_fk_[\w-]{43}$/)
    expect(secret).toMatch(/^kbyt_wh_[\w-]{43}$/)
    expect(subscribers).toEqual([subscriber])
    for (const role of ['province', 'ward', 'checkpoint', 'inspector'] as const) {
      const client = await createOfficerClient(backend, role)
      const asking = call(client, findSubscribersEndpoint, {})
      await expect(asking).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('leave a line in the audit log each time', async () => {
    const backend = await setupFeed()
    const { subscriberId, key } = await backend.add()
    await declare(backend, await signIn(backend))
    await readPage(backend.client, key)
    await resendDeadLetters(backend.client, { subscriberId })
    await disableSubscriber(backend.client, { subscriberId })

    const rows = await backend.store.audit.findRows('main', 1, 100)

    expect(rows.map(({ action }) => action).slice(-4)).toEqual([
      'subscriber add',
      'feed read',
      'subscriber resend',
      'subscriber disable',
    ])
  })

  it('are told nothing by a webhook that cannot be put on record first', async () => {
    const backend = await setupFeed()
    const { received } = backend.receiver
    await backend.add()
    await declare(backend, await signIn(backend))
    const { audit } = backend.store
    const { append } = audit

    Object.assign(audit, { append: () => Promise.reject(new Error('full')) })
    await backend.app.deliverFeed()
    const unrecorded = received.length
    Object.assign(audit, { append })
    backend.clock.at += 61_000
    await backend.app.deliverFeed()
    const rows = await audit.findRows('main', 1, 100)

    expect([unrecorded, received.length]).toEqual([0, 1])
    expect(rows.at(-1)).toMatchObject({ action: 'feed send', outcome: 'told 1' })
  })

  it('of no id are not found', async () => {
    const { client } = await setupFeed()
    const subscriberId = '01890a5d-ac96-774b-bcce-b302099a8057'
    const of = { subscriberId }

    for (const ask of [disableSubscriber, findDeadLetters, resendDeadLetters]) {
      await expect(ask(client, of)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

it('shows nothing personal and no secret in any log line', async () => {
  const backend = await setupFeed()
  const { key, secret } = await backend.add()
  backend.receiver.answer = async () => ({ status: 500 })
  await declare(backend, await signIn(backend))
  await backend.app.deliverFeed()
  await readPage(backend.client, key)

  const lines = backend.logged.map((event) => JSON.stringify(event)).join('\n')

  expect(lines).toContain('webhook_failed')
  for (const text of ['Phương Thảo', '046190001234', phone, key, secret, 'lienthong']) {
    expect(lines).not.toContain(text)
  }
})
