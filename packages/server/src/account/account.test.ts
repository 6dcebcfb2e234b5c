import {
  createAccount,
  createMemoryHolderStore,
  createMyQr,
  getAccount,
  getGrants,
  openHolderKey,
  updateAccount,
} from '@kbyt/sdk/account'
import { verifyMyQr } from '@kbyt/sdk/qr'
import { keySetSchema, type NewAccount } from '@kbyt/sdk/schema'
import { describe, expect, it, vi } from 'vitest'
import { child, declare, makePerson, openCitizen, phone, send, setup } from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { defaultConfig } from '../portal/default-config.js'

const day = 86_400_000
const newAccount: NewAccount = {
  person: makePerson(),
  consents: [{ purpose: 'epidemic-control', version: '2026-01', language: 'vi' }],
}

async function setupHolder(to = phone) {
  const backend = await setup()
  const open = (holder = to) => openCitizen(backend, holder)
  const { keys } = keySetSchema.parse((await send(backend, 'GET', '/.well-known/jwks.json')).json)
  const trust = { issuer: defaultConfig.issuer, keys }
  const verify = (text: string) => verifyMyQr(text, { trust, now: backend.clock.at })
  return { ...backend, ...(await open()), open, verify, backend }
}

async function openDevice() {
  const holderKey = await openHolderKey(createMemoryHolderStore())
  return { holderKey, request: { devicePublicKey: holderKey.publicKey } }
}

describe('an account', () => {
  it('is one per phone, unverified at first', async () => {
    const { client } = await setupHolder()

    const account = await createAccount(client, newAccount)
    const again = await codeOf(createAccount(client, newAccount))

    expect(account).toMatchObject({ verification: 'unverified', person: newAccount.person })
    expect(await getAccount(client)).toEqual(account)
    expect(again).toBe('account_exists')
  })

  it('is the person that declares under this document', async () => {
    const { client, headers, backend } = await setupHolder()
    const { json } = await declare(backend, headers)

    const { personId } = await createAccount(client, newAccount)

    expect(json.people).toMatchObject([{ personId }])
  })

  it('tells nobody whether its document was known before, nor since when', async () => {
    const { client, backend } = await setupHolder()

    const { personId } = await createAccount(client, newAccount)

    const said = Number.parseInt(personId.replaceAll('-', '').slice(0, 12), 16)
    expect(Math.abs(said - backend.clock.at)).toBeGreaterThan(day)
  })

  it('is there for nobody else', async () => {
    const { client, open } = await setupHolder()
    await createAccount(client, newAccount)
    const { client: other } = await open('+84912345678')

    expect(await codeOf(getAccount(other))).toBe('account_not_found')
    expect(await codeOf(updateAccount(other, newAccount))).toBe('account_not_found')
    expect(await codeOf(getGrants(other, (await openDevice()).request))).toBe('account_not_found')
  })

  it('is changed a few times a day', async () => {
    const { client } = await setupHolder()
    await createAccount(client, newAccount)
    for (let count = 0; count < 20; count += 1) await updateAccount(client, newAccount)

    expect(await codeOf(updateAccount(client, newAccount))).toBe('rate_limited')
  })

  it('needs a document with a number, known units and the consents', async () => {
    const { client } = await setupHolder()
    const { person } = child()
    const wrong = { person: { ...person, address: { ...person.address, wardCode: '99999' } } }

    await expect(createAccount(client, { ...wrong, consents: [] })).rejects.toMatchObject({
      issues: [
        { path: 'person.identityDocument.type', code: 'document_number_needed' },
        { path: 'consents.epidemic-control', code: 'consent_missing' },
        { path: 'person.address.wardCode', code: 'place_unknown' },
      ],
    })
  })

  it('is kept as it is stored: names in NFC, phones in one form', async () => {
    const { client } = await setupHolder()
    const person = { ...newAccount.person, fullName: 'Nguyễn  Thị Thảo'.normalize('NFD') }

    const account = await createAccount(client, { ...newAccount, person })

    expect(account.person.fullName).toBe('Nguyễn Thị Thảo')
  })
})

describe('the grants of a device', () => {
  it('let it draw a code that a verifier takes, day after day for a week', async () => {
    const { client, clock, verify } = await setupHolder()
    await createAccount(client, newAccount)
    const { holderKey, request } = await openDevice()

    const { grants, validUntil } = await getGrants(client, request)
    const names: string[] = []
    for (let count = 0; count < 7; count += 1) {
      const text = await createMyQr({ grants, holderKey }, { now: clock.at })
      names.push((await verify(text)).displayName)
      clock.at += day
    }

    expect(grants).toHaveLength(7)
    expect(Date.parse(validUntil)).toBe(clock.at)
    expect(names).toEqual(Array(7).fill('N.T.P. Thảo'))
    expect(await codeOf(createMyQr({ grants, holderKey }, { now: clock.at }))).toBe('qr_expired')
  })

  it('are filled up when it asks again, and never twice for one day', async () => {
    const { client, clock, open } = await setupHolder()
    await createAccount(client, newAccount)
    const { request } = await openDevice()
    const first = await getGrants(client, request)
    const same = await getGrants(client, request)
    clock.at += 2 * day + 1_000

    const later = await getGrants((await open()).client, request)

    expect(same).toEqual(first)
    expect(later.grants).toHaveLength(7)
    expect(later.grants.slice(0, 5)).toEqual(first.grants.slice(2))
  })

  it('end with the next device: nobody draws on two', async () => {
    const { client, store, clock } = await setupHolder()
    const { personId } = await createAccount(client, newAccount)
    const [old, fresh] = [await openDevice(), await openDevice()]
    await getGrants(client, old.request)

    await getGrants(client, fresh.request)
    const lists = await store.trust.findStatusLists(clock.at)

    expect(lists.flatMap(({ entries }) => entries)).toHaveLength(7)
    expect(personId).toBeDefined()
  })

  it('end when the account becomes somebody else', async () => {
    const { client, store, clock } = await setupHolder()
    await createAccount(client, newAccount)
    await getGrants(client, (await openDevice()).request)
    const named = (fullName: string) => ({ ...newAccount, person: makePerson({ fullName }) })

    await updateAccount(client, { ...newAccount, person: makePerson({ email: 'a@example.com' }) })
    const kept = await store.trust.findStatusLists(clock.at)
    await updateAccount(client, named('Trần Văn An'))
    const ended = await store.trust.findStatusLists(clock.at)

    expect(kept.flatMap(({ entries }) => entries)).toHaveLength(0)
    expect(ended.flatMap(({ entries }) => entries)).toHaveLength(7)
  })

  it('name who the account is, even when that changes while they are signed', async () => {
    const { client, store, clock, backend, verify } = await setupHolder()
    await createAccount(client, newAccount)
    const { holderKey, request } = await openDevice()
    const changed = { ...newAccount, person: makePerson({ fullName: 'Trần Văn An' }) }
    const { claimStatusIndex } = backend.store.declarations
    const meddle = vi.spyOn(store.declarations, 'claimStatusIndex')
    meddle.mockImplementationOnce(async (...claimed) => {
      await updateAccount(client, changed)
      return claimStatusIndex(...claimed)
    })

    const { grants } = await getGrants(client, request)
    const { displayName } = await verify(await createMyQr({ grants, holderKey }, { now: clock.at }))

    expect(displayName).toBe('T.V. An')
    expect(grants).toHaveLength(7)
  })

  it('are for few devices a day', async () => {
    const { client } = await setupHolder()
    await createAccount(client, newAccount)
    for (let count = 0; count < 5; count += 1) {
      await getGrants(client, (await openDevice()).request)
    }

    expect(await codeOf(getGrants(client, (await openDevice()).request))).toBe('rate_limited')
  })

  it.each(['', 'A'.repeat(44), `Ag${'+'.repeat(42)}`])('are not for the key %j', async (key) => {
    const { client } = await setupHolder()
    await createAccount(client, newAccount)

    expect(await codeOf(getGrants(client, { devicePublicKey: key }))).toBe('input_invalid')
  })
})
