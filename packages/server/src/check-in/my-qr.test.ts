import {
  createAccount,
  createMemoryHolderStore,
  createMyQr,
  getGrants,
  openHolderKey,
} from '@kbyt/sdk/account'
import { ownVisitPageSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { makePerson, openCitizen, send, signIn } from '../backend.setup.js'
import { record, setupDoor } from './check-in.setup.js'

const minute = 60_000

/** The visitor of the door with an account, whose device draws codes. */
async function setupHolder() {
  const door = await setupDoor()
  const { backend } = door
  const { client } = await openCitizen(backend)
  await createAccount(client, {
    person: makePerson(),
    consents: [{ purpose: 'epidemic-control', version: '2026-01', language: 'vi' }],
  })
  const holderKey = await openHolderKey(createMemoryHolderStore())
  const { grants } = await getGrants(client, { devicePublicKey: holderKey.publicKey })
  const draw = async (at = backend.clock.at) =>
    ({ by: 'my-qr', text: await createMyQr({ grants, holderKey }, { now: at }) }) as const
  return { ...door, draw }
}

describe('a my QR at a venue', () => {
  it('is its holder, scanned by the venue or by the holder’s own phone', async () => {
    const { backend, machine, visitor, scan, makeVisit, draw, filed } = await setupHolder()

    const refused = [
      ...(await record(backend, machine, [scan({ subject: await draw() })])),
      ...(await record(backend, visitor, [makeVisit({ subject: await draw() })])),
    ]

    const [row] = await backend.store.visits.findVisitsOf(
      filed.people[0]?.personId ?? '',
      { from: 0, before: backend.clock.at + 1 },
      1,
    )
    const { json } = await send(backend, 'GET', '/v1/visits', undefined, visitor)
    expect(refused).toEqual([undefined, undefined])
    expect(row).toBeDefined()
    expect(ownVisitPageSchema.parse(json).presences).toMatchObject([{ displayName: 'N.T.P. Thảo' }])
  })

  it('counts when it comes late from an outbox, held against the time it was scanned at', async () => {
    const { backend, machine, scan, draw } = await setupHolder()
    const live = scan({ subject: await draw() })
    const screenshot = scan({
      subject: await draw(),
      at: new Date(backend.clock.at + 2 * minute).toISOString(),
    })
    backend.clock.at += 5 * 60 * minute

    const refused = await record(backend, machine, [live, screenshot])

    expect(refused).toEqual([undefined, 'qr_expired'])
  })

  it('is nobody else’s to send, and nothing when it was changed', async () => {
    const { backend, machine, scan, makeVisit, draw } = await setupHolder()
    const stranger = await signIn(backend, '+84905777777')
    const { text } = await draw()
    const last = text.endsWith('1') ? '2' : '1'
    const changed = { by: 'my-qr', text: `${text.slice(0, -1)}${last}` } as const

    const others = await record(backend, stranger, [makeVisit({ subject: await draw() })])
    const forged = await record(backend, machine, [scan({ subject: changed })])

    expect([others, forged]).toEqual([['forbidden'], ['qr_forged']])
  })
})
