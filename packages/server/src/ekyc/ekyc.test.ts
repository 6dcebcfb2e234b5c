import {
  createAccount,
  getAccount,
  readCard,
  updateAccount,
  verifyAccount,
} from '@kbyt/sdk/account'
import { describe, expect, it } from 'vitest'
import { makeIdCard } from '../../../sdk/src/documents/mrz.setup.js'
import {
  makeDeclaration,
  makePerson,
  openCitizen,
  ownOrigin,
  setup,
  signIn,
} from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import type { EkycProvider } from '../ports.js'
import { createCardProvider } from './create-card-provider.js'

const cardText = '046190001234|191234567|Nguyễn Thị Phương Thảo|20051990|Nữ|Vĩnh Ninh, Huế|01012021'
const card = 'AAAA'
const _hour = 3_600_000

async function setupHolder(ekyc?: EkycProvider) {
  const backend = await setup(ekyc ? { ekyc } : {})
  const { client } = await openCitizen(backend)
  const register = (changes: Parameters<typeof makePerson>[0] = {}) =>
    createAccount(client, {
      person: makePerson(changes),
      consents: makeDeclaration().consents,
    })
  return { ...backend, client, register }
}

const find = (texts: string[]) => async () => texts
const reads = (...texts: string[]) =>
  createCardProvider({ decodeQr: find(texts), readZones: find([]) })
/** The back of the same card. */
const readsBack = (name = 'NGUYEN<<THI<PHUONG<THAO') => {
  const zone = makeIdCard({ number: '046190001234', birth: '900520', sex: 'F', name })
  return createCardProvider({ decodeQr: find([]), readZones: find([zone]) })
}
const faces = (face: 'match' | 'no-match'): EkycProvider => ({
  name: 'faces',
  read: async (photos, options) => ({ ...(await reads(cardText).read(photos, options)), face }),
})

describe('a photo of the ID card', () => {
  it('fills a form in, whatever else is in the picture', async () => {
    const { client } = await setupHolder(reads('https://example.com', cardText))

    expect(await readCard(client, { card })).toEqual({
      idNumber: '046190001234',
      fullName: 'Nguyễn Thị Phương Thảo',
      bornOn: '1990-05-20',
      gender: 'female',
      address: 'Vĩnh Ninh, Huế',
    })
  })

  it('fills a form in from its back, with the name as the zone has it', async () => {
    const { client } = await setupHolder(readsBack())

    expect(await readCard(client, { card })).toEqual({
      idNumber: '046190001234',
      latinName: 'NGUYEN THI PHUONG THAO',
      bornOn: '1990-05-20',
      gender: 'female',
    })
  })

  it.each([
    ['the same name', 'NGUYEN<<THI<PHUONG<THAO', undefined, 'agrees'],
    ['another name', 'NGUYEN<<THI<PHUONG<THUY', undefined, 'differs'],
    ['the start of a name', 'NGUYEN<<THI<PHUONG', undefined, 'differs'],
    [
      'as much of a long name as it has room for',
      'NGUYEN<TRAN<<THI<PHUONG<THAO<M',
      'Nguyễn Trần Thị Phương Thảo My',
      'agrees',
    ],
    [
      'as much of another long name',
      'NGUYEN<TRAN<<THI<PHUONG<THAO<V',
      'Nguyễn Trần Thị Phương Thảo My',
      'differs',
    ],
  ])('compares what its back has of the name: %s', async (_name, zoneName, fullName, expected) => {
    const { client, register } = await setupHolder(readsBack(zoneName))
    await register(fullName === undefined ? {} : { fullName })

    expect((await verifyAccount(client, { card })).document).toBe(expected)
  })

  it('verifies the account that agrees with it', async () => {
    const { client, register } = await setupHolder(reads(cardText))
    await register()

    const { account, document, face } = await verifyAccount(client, { card })

    expect([document, face, account.verification]).toEqual(['agrees', 'not-checked', 'verified'])
    expect(await getAccount(client)).toEqual(account)
  })

  it.each([
    [
      'number',
      { identityDocument: { type: 'cccd', number: '046190001235' } },
      ['identityDocument.number'],
    ],
    ['name', { fullName: 'Nguyễn Thị Phương Thủy' }, ['fullName']],
    ['birth date', { bornOn: '1991' }, ['bornOn']],
    ['gender', { gender: 'male' }, ['gender']],
  ] as const)(
    'says that the %s differs, and verifies nothing',
    async (_name, changes, differing) => {
      const { client, register } = await setupHolder(reads(cardText))
      await register(changes)

      const result = await verifyAccount(client, { card })

      expect(result).toMatchObject({ document: 'differs', differing })
      expect(result.account.verification).toBe('unverified')
    },
  )

  it('says nothing of whoever took the account over while it was read', async () => {
    let takeOver = async () => {}
    const { client, register } = await setupHolder({
      name: 'slow',
      async read(photos, options) {
        await takeOver()
        return reads(cardText).read(photos, options)
      },
    })
    await register()
    const person = makePerson({ identityDocument: { type: 'cccd', number: '046190001235' } })
    takeOver = async () => {
      await updateAccount(client, { person, consents: makeDeclaration().consents })
    }

    const { account } = await verifyAccount(client, { card })

    expect(account).toMatchObject({ person, verification: 'unverified' })
    expect(await getAccount(client)).toEqual(account)
  })

  it('that cannot be read leaves an account that works', async () => {
    const { client, register } = await setupHolder(reads())
    await register()

    const result = await verifyAccount(client, { card })

    expect(result).toMatchObject({
      document: 'unreadable',
      account: { verification: 'unverified' },
    })
    expect(await codeOf(readCard(client, { card }))).toBe('card_unreadable')
  })

  it.each(['match', 'no-match'] as const)(
    'counts with the face where faces are compared: %s',
    async (face) => {
      const { client, register } = await setupHolder(faces(face))
      await register()

      const { account } = await verifyAccount(client, { card, selfie: card })

      expect(account.verification).toBe(face === 'match' ? 'verified' : 'unverified')
    },
  )

  it.each(['A', 'AAAAA', 'A=='])('is no photo where it is no base64: %j', async (text) => {
    const { client, register } = await setupHolder(reads(cardText))
    await register()

    expect(await codeOf(readCard(client, { card: text }))).toBe('card_unreadable')
    expect(await codeOf(verifyAccount(client, { card: text }))).toBe('card_unreadable')
  })

  it('is asked for few times an hour, by who has an account', async () => {
    const { client } = await setupHolder(reads())
    const codes: unknown[] = []
    for (let time = 0; time < 11; time += 1) codes.push(await codeOf(readCard(client, { card })))

    expect(await codeOf(verifyAccount(client, { card }))).toBe('account_not_found')
    expect(codes.slice(9)).toEqual(['card_unreadable', 'rate_limited'])
  })

  it('is nothing to a portal that reads none, and nothing to the log', async () => {
    const none = await setupHolder()
    const failing = await setupHolder({
      name: 'x',
      read: () => Promise.reject(new Error(cardText)),
    })
    const answer = await failing.app.request(`${ownOrigin}/v1/accounts/readings`, {
      method: 'POST',
      headers: { ...(await signIn(failing)), 'content-type': 'application/json' },
      body: JSON.stringify({ card }),
    })

    expect(answer.status).toBe(503)
    expect(JSON.stringify(failing.logged)).not.toContain('046190001234')
    expect(
      (
        await none.app.request(`${ownOrigin}/v1/accounts/readings`, {
          method: 'POST',
          headers: { ...(await signIn(none)), 'content-type': 'application/json' },
          body: JSON.stringify({ card }),
        })
      ).status,
    ).toBe(503)
  })
})
