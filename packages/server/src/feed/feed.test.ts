import { disableSubscriber, readFeed } from '@kbyt/sdk/feed'
import { describe, expect, it } from 'vitest'
import { fillDisk } from '../audit/fill-disk.setup.js'
import { declare, makeDeclaration, makeDeclared, phone, send, signIn } from '../backend.setup.js'
import { readPage, setupFeed } from './feed.setup.js'

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
    const read = async () =>
      send(backend, 'GET', '/v1/feed', undefined, { authorization: `Bearer ${key}` })
    const makeRoom = fillDisk(backend.store)

    const { json } = await read()

    makeRoom()
    expect(json.code).toBe('audit_unavailable')
    expect((await readPage(backend.client, key)).events).toHaveLength(1)
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
