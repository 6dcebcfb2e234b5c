import { filedDeclarationSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { listActions } from '../audit/list-actions.setup.js'
import {
  child,
  declare,
  inspect,
  makeDeclaration,
  makeDeclared,
  makePerson,
  newKey,
  send,
  signInOfficer,
} from '../backend.setup.js'
import { setupDeclared } from './declared.setup.js'

const number = '046190001234'
const byNumber = { by: 'id-number', idNumber: number }

const passText = (json: Record<string, unknown>) =>
  filedDeclarationSchema.parse(json).people[0]?.pass.text ?? ''
const withoutId = ({ inspectionId: _id, ...json }: Record<string, unknown>) => json

describe('areas', () => {
  it('88: answers the same for absent and for out of area, and audits the difference', async () => {
    const { backend } = await setupDeclared()
    const elsewhere = await signInOfficer(backend, 'ward', ['19960'])

    const hidden = await inspect(backend, elsewhere.headers, byNumber)
    const absent = await inspect(backend, elsewhere.headers, {
      by: 'id-number',
      idNumber: 'C7654321',
    })
    const phone = await inspect(backend, elsewhere.headers, { by: 'phone', phone: '0905123456' })

    expect(withoutId(hidden.json)).toEqual(withoutId(absent.json))
    expect(hidden.status).toBe(201)
    expect(phone.json.candidates).toEqual([])
    expect((await listActions(backend)).map(({ outcome }) => outcome)).toEqual([
      'out_of_area',
      'absent',
      'out_of_area',
    ])
  })

  it('88: shows what a pass says everywhere, and that there is a newer one where its owner is', async () => {
    const { backend, citizen, filed } = await setupDeclared()
    backend.clock.at += 60_000
    await declare(backend, citizen)
    const query = { by: 'qr', qr: passText(filed.json) }
    const ask = async (area: string) => {
      const { headers } = await signInOfficer(backend, 'ward', [area])
      const { pass, isNewerPassAvailable, people } = (await inspect(backend, headers, query)).json
      return [Object(pass).displayName, isNewerPassAvailable, Object(people).length]
    }

    const [here, elsewhere] = [await ask('19777'), await ask('19960')]

    expect(here).toEqual(['N.T.P. Thảo', true, 1])
    expect(elsewhere).toEqual(['N.T.P. Thảo', false, 0])
  })

  it.each([['46'], ['474'], ['19777']])('shows an officer of %s the person', async (area) => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend, 'ward', [area])

    const { json } = await inspect(backend, headers, byNumber)

    expect(json.people).toMatchObject([{ person: { fullName: 'Nguyễn Thị Phương Thảo' } }])
  })

  it.each([
    ['471', 1],
    ['474', 0],
  ])(
    'shows an officer of district %s %i people of an island without wards',
    async (area, count) => {
      const address = { ...makePerson().address, districtCode: '471', wardCode: undefined }
      const { backend } = await setupDeclared(makeDeclared({ address }))
      const { headers } = await signInOfficer(backend, 'ward', [area])

      const { json } = await inspect(backend, headers, byNumber)

      expect(json.people).toHaveLength(count)
    },
  )

  it('shows what a QR says by itself whatever the area', async () => {
    const { backend, filed } = await setupDeclared()
    const { headers } = await signInOfficer(backend, 'ward', ['19960'])

    const { json } = await inspect(backend, headers, { by: 'qr', qr: passText(filed.json) })

    expect(json).toMatchObject({ pass: { displayName: 'N.T.P. Thảo' }, people: [] })
  })
})

describe('looking up', () => {
  it('119: finds nobody once they took their declaration back, until they declare anew', async () => {
    const { backend, citizen, filed } = await setupDeclared()
    const { headers } = await signInOfficer(backend)
    const { people } = (await inspect(backend, headers, byNumber)).json
    const personId = Object(people)[0].personId
    const path = `/v1/declarations/${filed.json.declarationId}/withdraw`
    const key = { 'idempotency-key': newKey() }

    await send(backend, 'POST', path, undefined, { ...key, ...citizen })
    const byPhone = await inspect(backend, headers, { by: 'phone', phone: '0905123456' })
    const byId = await inspect(backend, headers, byNumber)
    const byPerson = await inspect(backend, headers, { by: 'person', personId })
    await declare(backend, citizen)
    const again = await inspect(backend, headers, byNumber)

    expect(byPhone.json.candidates).toEqual([])
    expect([byId.json.people, byPerson.json.people]).toEqual([[], []])
    expect(again.json.people).toMatchObject([{ personId, passState: 'valid' }])
    const outcomes = (await listActions(backend)).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['found', 'absent', 'absent', 'absent', 'found'])
  })

  it.each(['046 190 001 234', '046.190.001.234'])('finds %s', async (idNumber) => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend)

    const { json } = await inspect(backend, headers, { by: 'id-number', idNumber })

    expect(json.people).toHaveLength(1)
  })

  it.each(["'; DROP TABLE people; --", '%', '_________', '04619000123', '046190001234 '.repeat(2)])(
    '78: takes %s literally',
    async (idNumber) => {
      const { backend } = await setupDeclared()
      const { headers } = await signInOfficer(backend)

      const { status, json } = await inspect(backend, headers, { by: 'id-number', idNumber })

      expect([status, json.people]).toEqual([201, []])
    },
  )

  it('refuses nine zeros by a code of its own', async () => {
    const { backend } = await setupDeclared(child())
    const { headers } = await signInOfficer(backend)

    const { status, json } = await inspect(backend, headers, {
      by: 'id-number',
      idNumber: '000 000 000',
    })

    expect([status, json.code]).toEqual([422, 'inspection_placeholder'])
  })

  it('finds at most 20 candidates by phone, masked, each once', async () => {
    const people = Array.from({ length: 15 }, (_, index) =>
      makeDeclared(
        { identityDocument: { type: 'cccd', number: `0461900${10_000 + index * 7}` } },
        index === 0 ? 'self' : 'other',
      ),
    )
    const { backend, citizen } = await setupDeclared(...people)
    await declare(backend, citizen, makeDeclaration(...people.slice(0, 2)))
    const more = Array.from({ length: 10 }, (_, index) => ({
      ...child(),
      person: { ...child().person, bornOn: `20${10 + index}` },
    }))
    await declare(backend, citizen, makeDeclaration(...more))
    const { headers } = await signInOfficer(backend)

    const { json } = await inspect(backend, headers, { by: 'phone', phone: '0905 123 456' })
    const candidates = Array.isArray(json.candidates) ? json.candidates : []

    expect(candidates).toHaveLength(20)
    expect(new Set(candidates.map(({ personId }) => personId)).size).toBe(20)
    expect(JSON.stringify(candidates)).not.toMatch(/0461900/)
    expect(json.people).toEqual([])
  })

  it('says that a newer pass exists, and shows the newest registration', async () => {
    const { backend, citizen, filed } = await setupDeclared()
    const { headers } = await signInOfficer(backend)
    const qr = { by: 'qr', qr: passText(filed.json) }
    const before = await inspect(backend, headers, qr)
    backend.clock.at += 60_000
    const newer = await declare(backend, citizen)

    const after = await inspect(backend, headers, qr)

    expect(before.json.isNewerPassAvailable).toBe(false)
    expect(after.json.isNewerPassAvailable).toBe(true)
    expect(after.json.people).toMatchObject([{ declarationId: newer.json.declarationId }])
  })

  it('names what is wrong with a QR: withdrawn, expired, forged, foreign', async () => {
    const { backend, citizen, filed } = await setupDeclared()
    const other = await declare(backend, citizen)
    const text = passText(filed.json)
    const officer = await signInOfficer(backend)
    const codeOf = async (qr: string, headers = officer.headers) =>
      (await inspect(backend, headers, { by: 'qr', qr })).json.code
    const path = `/v1/declarations/${filed.json.declarationId}/withdraw`
    await send(backend, 'POST', path, undefined, { 'idempotency-key': newKey(), ...citizen })

    const withdrawn = await codeOf(text)
    const forged = await codeOf(`${text.slice(0, -3)}${text.endsWith('111') ? '222' : '111'}`)
    const foreign = await codeOf('https://evil.example')
    backend.clock.at += 8 * 86_400_000
    const later = await signInOfficer(backend)
    const expired = await codeOf(passText(other.json), later.headers)

    expect([withdrawn, forged, foreign, expired]).toEqual([
      'qr_revoked',
      'qr_forged',
      'qr_foreign',
      'qr_expired',
    ])
    expect((await listActions(backend)).map(({ outcome }) => outcome)).toEqual([
      'qr_revoked',
      'qr_forged',
      'qr_foreign',
      'qr_expired',
    ])
  })

  it.each([0x01, 0x7e, 0xfe])('calls every wrong signature forged: r and s of %i', async (byte) => {
    const { backend, filed } = await setupDeclared()
    const { headers } = await signInOfficer(backend)
    const digits = BigInt(passText(filed.json))
    const signature = BigInt(`0x${byte.toString(16).padStart(2, '0').repeat(64)}`)
    const qr = String(((digits >> 512n) << 512n) | signature)

    const { json } = await inspect(backend, headers, { by: 'qr', qr })

    expect(json.code).toBe('qr_forged')
  })

  it.each(['administrator', 'inspector'] as const)('is not for the role %s', async (role) => {
    const { backend } = await setupDeclared()
    const { headers } = await signInOfficer(backend, role)

    expect((await inspect(backend, headers, byNumber)).json.code).toBe('forbidden')
  })
})

it('asks for people of the address they live at now', async () => {
  const { backend, citizen } = await setupDeclared()
  const { headers } = await signInOfficer(backend, 'ward', ['19777'])
  const moved = { ...makePerson().address, districtCode: '479', wardCode: '19960' }
  backend.clock.at += 60_000
  await declare(backend, citizen, makeDeclaration(makeDeclared({ address: moved })))

  const { json } = await inspect(backend, headers, byNumber)

  expect(json.people).toEqual([])
})
