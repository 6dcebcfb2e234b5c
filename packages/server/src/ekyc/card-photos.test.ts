import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount, updateAccount, verifyAccount } from '@kbyt/sdk/account'
import { erasePersonalData, exportPersonalData } from '@kbyt/sdk/privacy'
import type { OfficerRole } from '@kbyt/sdk/schema'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  makeDeclaration,
  makePerson,
  openCitizen,
  phone,
  send,
  setup,
  signInOfficer,
} from '../backend.setup.js'
import { createSqlStore } from '../sql.js'
import type { Store } from '../store/store.js'
import { createCardProvider } from './create-card-provider.js'

const cardText = '046190001234|191234567|Nguyễn Thị Phương Thảo|20051990|Nữ|Vĩnh Ninh, Huế|01012021'
const photos = { card: 'Q0FOQVJZQ0FSRA==', selfie: 'Q0FOQVJZRkFDRQ==' }
const day = 86_400_000

async function setupHolder(cardPhotoDays?: number, text = cardText, store?: Store) {
  const ekyc = createCardProvider({ decodeQr: async () => [text], readZones: async () => [] })
  const backend = await setup({
    ekyc,
    ...(cardPhotoDays !== undefined && { cardPhotoDays }),
    ...(store && { store }),
  })
  const { client } = await openCitizen(backend)
  const { consents } = makeDeclaration()
  await createAccount(client, { person: makePerson(), consents })
  const createLook = async (role: OfficerRole = 'administrator') => {
    const { headers } = await signInOfficer(backend, role)
    const asked = { phone, grounds: 'Đơn số 12' }
    return () => send(backend, 'POST', '/v1/accounts/card-photos/lookups', asked, headers)
  }
  const look = async (role?: OfficerRole) => (await createLook(role))()
  return { backend, client, consents, createLook, look }
}

describe('the photos an account was verified by', () => {
  it('are not kept unless the portal says so', async () => {
    const { client, look } = await setupHolder()
    await verifyAccount(client, photos)

    expect((await look()).json).toMatchObject({ code: 'not_found' })
    expect(await exportPersonalData(client)).not.toHaveProperty('cardPhotos')
  })

  it('are kept as long as it says, for the holder and an administrator', async () => {
    const { backend, client, look } = await setupHolder(30)
    await verifyAccount(client, photos)
    const { cardPhotos } = await exportPersonalData(client)
    const shown = await look()
    backend.clock.at += 30 * day
    const later = await look()

    expect(cardPhotos).toMatchObject(photos)
    expect(Date.parse(cardPhotos?.keptUntil ?? '') - Date.parse(cardPhotos?.takenAt ?? '')).toBe(
      30 * day,
    )
    expect(shown.json).toEqual(cardPhotos)
    expect(later.json).toMatchObject({ code: 'not_found' })
  })

  it.each(['checkpoint', 'province', 'inspector'] as const)(
    'are not shown to: %s',
    async (role) => {
      const { client, look } = await setupHolder(30)
      await verifyAccount(client, photos)

      expect((await look(role)).json).toMatchObject({ code: 'forbidden' })
    },
  )

  it('are shown to nobody who is not in the audit log', async () => {
    const { backend, client, createLook } = await setupHolder(30)
    await verifyAccount(client, photos)
    const look = await createLook()
    await look()
    const rows = await backend.store.audit.findNewest({}, 10)
    const [looked] = rows.filter(({ action }) => action === 'card-photos look')
    backend.store.audit.append = () => Promise.reject(new Error('full'))
    const unrecorded = await look()

    expect(looked).toMatchObject({ outcome: 'shown' })
    expect(unrecorded.json).toMatchObject({ code: 'audit_unavailable' })
    expect(JSON.stringify(unrecorded.json)).not.toContain(photos.card)
  })

  it('are of no account that the card does not prove', async () => {
    const { client, look } = await setupHolder(30, cardText.replace('1234|', '1235|'))
    await verifyAccount(client, photos)

    expect((await look()).json).toMatchObject({ code: 'not_found' })
  })

  it.each([
    ['the account becomes somebody else’s', 'update'],
    ['the phone is forgotten', 'erase'],
  ] as const)('go when %s', async (_name, way) => {
    const { client, consents, look } = await setupHolder(30)
    await verifyAccount(client, photos)
    if (way === 'erase') await erasePersonalData(client)
    else await updateAccount(client, { person: makePerson({ fullName: 'Lê Văn Bình' }), consents })

    expect((await look()).json).toMatchObject({ code: 'not_found' })
  })

  it('63, P9: are on the disk sealed only, and after an erasure not even so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kbyt-photos-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'kbyt.sqlite')
    const store = await createSqlStore({ sqlite: file })
    const { client, look } = await setupHolder(30, cardText, store)
    const { save } = store.cardPhotos
    let sealed = ''
    store.cardPhotos.save = (row, account) => {
      sealed = row.sealed
      return save(row, account)
    }
    await verifyAccount(client, photos)
    await look()
    const kept = await readFolder(folder)
    await erasePersonalData(client)
    await store.close()
    const left = await readFolder(folder)

    expect(kept).toContain(sealed.slice(0, 60))
    expect(kept).not.toMatch(/Q0FOQVJZ|CANARY/)
    expect(left).not.toContain(sealed.slice(-60))
    expect(left).not.toMatch(/Q0FOQVJZ|CANARY/)
  })

  it('are in no log', async () => {
    const { backend, client, look } = await setupHolder(30)
    await verifyAccount(client, photos)
    await look()

    expect(JSON.stringify(backend.logged)).not.toMatch(/Q0FOQVJZ|Đơn số 12/)
  })
})

async function readFolder(folder: string): Promise<string> {
  const files = await readdir(folder)
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))))
  return contents.map((bytes) => bytes.toString('latin1')).join('')
}
