import { createHmac } from 'node:crypto'
import { createMock } from '@kbyt/mock-server'
import { describe, expect, it } from 'vitest'
import { createClient } from '../client/create-client.js'
import { openOfficerSession } from '../officer/open-officer-session.js'
import { addSubscriber } from './add-subscriber.js'
import { readFeed } from './read-feed.js'
import { verifyWebhook } from './verify-webhook.js'

const secret = 'kbyt_wh_secret'
const now = Date.parse('2021-03-03T08:00:00+07:00')
const event = {
  eventId: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'declaration-filed',
  occurredAt: '2021-03-03T01:00:00.000Z',
  declarationId: '01890a5d-ac96-774b-bcce-b302099a8058',
  personId: '01890a5d-ac96-774b-bcce-b302099a8059',
  kind: 'domestic',
  channel: 'self',
  declaredAt: '2021-03-03T01:00:00.000Z',
}
const body = JSON.stringify(event)

/** Another implementation of the same: what a receiver in another language would write. */
function sign(text = body, at = now, key = secret): string {
  const time = Math.floor(at / 1_000)
  return `t=${time},v1=${createHmac('sha256', key).update(`${time}.${text}`).digest('hex')}`
}

describe('a webhook', () => {
  it('is taken when its signature holds', async () => {
    const signature = sign()

    expect(await verifyWebhook(secret, { signature, body }, { now })).toEqual(event)
  })

  it.each([
    ['without a signature', null],
    ['with none that is one', 'v1=abc'],
    ['with an empty one', 't=1614733200,v1='],
    ['of another secret', sign(body, now, 'other')],
    ['of another body', sign(`${body} `)],
    ['whose time was changed', sign().replace(/t=\d+/, 't=1614733201')],
    ['with a second signature', `${sign()},v1=${'0'.repeat(64)}`],
  ])('%s is forged', async (_name, signature) => {
    const verifying = verifyWebhook(secret, { signature, body }, { now })

    await expect(verifying).rejects.toMatchObject({ code: 'webhook_forged' })
  })

  it.each([-301_000, 301_000])('signed %s ms away is stale', async (awayMs) => {
    const signature = sign(body, now + awayMs)

    const verifying = verifyWebhook(secret, { signature, body }, { now })

    await expect(verifying).rejects.toMatchObject({ code: 'webhook_stale' })
    const options = { now, toleranceSeconds: 400 }
    expect(await verifyWebhook(secret, { signature, body }, options)).toEqual(event)
  })

  it('of a later version is no event of this one', async () => {
    const later = JSON.stringify({ ...event, kind: { new: true } })

    const verifying = verifyWebhook(secret, { signature: sign(later), body: later }, { now })

    await expect(verifying).rejects.toMatchObject({ code: 'unexpected_answer' })
  })

  it('is never taken with an empty secret', async () => {
    const verifying = verifyWebhook('', { signature: sign(), body }, { now })

    await expect(verifying).rejects.toBeInstanceOf(TypeError)
  })
})

it('reads the feed from where it was left, by the key alone', async () => {
  const mock = createMock()
  const password = 'mot-mat-khau-dai'
  await mock.app.addOfficer({
    username: 'quan-tri',
    password,
    displayName: 'A',
    role: 'administrator',
    areas: ['46'],
  })
  const client = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
  await openOfficerSession(client, { username: 'quan-tri', password })
  const { key } = await addSubscriber(client, {
    name: 'Sở Y tế',
    legalBasis: 'Công văn 391/STTTT-IOC',
    events: ['declaration-filed'],
    fields: ['fullName'],
  })
  await mock.seed([{ fullName: 'Trần Văn An' }, { fullName: 'Trần Thị Bé', bornOn: '2019' }])
  const reader = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
  const places: string[] = []
  const onProgress = (after: string) => {
    places.push(after)
  }
  const read = async (after?: string) => {
    const names: (string | undefined)[] = []
    for await (const { person } of readFeed(reader, { key, after, limit: 1 }, { onProgress })) {
      names.push(person?.fullName)
    }
    return names.toSorted()
  }

  expect(await read()).toEqual(['Trần Thị Bé', 'Trần Văn An'])
  expect(await read(places.at(-1))).toEqual([])
  expect(await read(places[0])).toHaveLength(1)
})
