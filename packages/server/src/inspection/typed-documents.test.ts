import {
  createAccount,
  createMemoryHolderStore,
  createMyQr,
  getGrants,
  openHolderKey,
  verifyAccount,
} from '@kbyt/sdk/account'
import { describe, expect, it } from 'vitest'
import {
  declare,
  makeDeclaration,
  makePerson,
  openCitizen,
  send,
  signInOfficer,
} from '../backend.setup.js'
import { record, setupDoor, signInInspector } from '../check-in/check-in.setup.js'

const insuranceNumber = 'DN4464612345678'
const stranger = '+84905777777'
const strangersNumber = '046190009999'
const consents = makeDeclaration().consents

/** Somebody who declared and was at a market, and a stranger whose account names their document. */
async function setup(
  person: Partial<ReturnType<typeof makePerson>> & { insuranceNumber?: string },
) {
  const document = { idNumber: strangersNumber }
  const ekyc = { name: 'reader', read: async () => ({ document, face: 'not-checked' as const }) }
  const door = await setupDoor({ ekyc })
  const { backend, machine, venue, scan, makeVisit, visitor } = door
  await record(backend, visitor, [makeVisit()])
  const card = { by: 'bhyt' as const, number: insuranceNumber }
  await record(backend, machine, [scan({ subject: card })])
  const { client, headers } = await openCitizen(backend, stranger)
  await createAccount(client, { person: { ...makePerson(), ...person }, consents })
  const holderKey = await openHolderKey(createMemoryHolderStore())
  const { grants } = await getGrants(client, { devicePublicKey: holderKey.publicKey })
  async function show(by: Record<string, string>, named: object = {}) {
    backend.clock.at += 1_000
    const text = await createMyQr({ grants, holderKey }, { now: backend.clock.at })
    const request = { subject: { by: 'my-qr', text }, ...named }
    const { json } = await send(backend, 'POST', '/v1/inspections/results', request, by)
    const state = (name: string) => Object(json[name]).state
    return { venueScan: state('venueScan'), declaration: state('declaration'), json }
  }
  const inspector = await signInInspector(backend, venue.venueCode)
  return { ...door, client, headers, show, inspector }
}

describe('an account whose document was typed and never proven', () => {
  it('shows a machine and an inspector nothing that another phone did', async () => {
    const { show, machine, inspector } = await setup({})

    for (const by of [machine, inspector]) {
      expect(await show(by)).toMatchObject({ venueScan: 'none', declaration: 'none' })
    }
  })

  it('shows them what its own phone did', async () => {
    const { backend, show, machine, inspector, headers, makeVisit } = await setup({})
    const { json } = await declare(backend, headers)
    const [own] = Array.isArray(json.people) ? json.people : []
    const subject = { by: 'pass' as const, passId: String(own.pass.passId) }
    await record(backend, headers, [makeVisit({ subject })])

    for (const by of [machine, inspector]) {
      expect(await show(by)).toMatchObject({ venueScan: 'found', declaration: 'found' })
    }
  })

  it('shows an officer who may look the number up all of it', async () => {
    const { backend, show } = await setup({})
    const { headers } = await signInOfficer(backend)
    const named = { reason: 'checkpoint', post: 'ga-hue' }

    expect(await show(headers, named)).toMatchObject({ venueScan: 'found', declaration: 'found' })
  })
})

describe('an account whose card agreed', () => {
  it('leads a machine to nobody by an insurance number, which the card does not prove', async () => {
    const identityDocument = { type: 'cccd' as const, number: strangersNumber }
    const { show, machine, client } = await setup({ identityDocument, insuranceNumber })
    const { account } = await verifyAccount(client, { card: 'AAAA' })

    const shown = await show(machine)

    expect(account.verification).toBe('verified')
    expect(shown).toMatchObject({ venueScan: 'none', json: { isVerified: true } })
  })
})
