import { call } from '@kbyt/sdk'
import {
  disableSubscriber,
  findDeadLetters,
  findSubscribers,
  resendDeadLetters,
} from '@kbyt/sdk/feed'
import { findSubscribersEndpoint } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { declare, signIn } from '../backend.setup.js'
import { createOfficerClient, readPage, setupFeed } from './feed.setup.js'

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
