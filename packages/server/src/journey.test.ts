import {
  findDeclarations,
  requestOtp,
  submitDeclaration,
  verifyOtp,
  withdrawDeclaration,
} from '@kbyt/sdk'
import { inspect, openOfficerSession } from '@kbyt/sdk/inspection'
import type { InspectionQuery } from '@kbyt/sdk/schema'
import { expect, it } from 'vitest'
import { child, makeDeclaration, makeDeclared, setup } from './backend.setup.js'
import { createSqlStore } from './sql.js'

it.each(['memory', 'sqlite'])('takes a family from phone to checkpoint on %s', async (kind) => {
  const backend = await setup(
    kind === 'sqlite' ? { store: await createSqlStore({ sqlite: ':memory:' }) } : {},
  )
  const client = backend.createTestClient()
  const { challengeId } = await requestOtp(client, { phone: '0905 123 456' })
  await verifyOtp(client, { challengeId, code: await backend.readCode() })
  const filed = await submitDeclaration(client, makeDeclaration(makeDeclared(), child()))
  const { declarations } = await findDeclarations(client)

  expect(declarations).toEqual([filed])
  expect(filed.people.map(({ pass }) => pass.displayName)).toEqual(['N.T.P. Thảo', 'N.V. Bé'])

  await backend.addOfficer()
  const officer = backend.createTestClient()
  await openOfficerSession(officer, { username: 'ga-hue', password: 'mot-mat-khau-dai' })
  const ask = (query: InspectionQuery) =>
    inspect(officer, { kind: 'domestic', reason: 'checkpoint', post: 'ga-hue', query })
  const byNumber = await ask({ by: 'id-number', idNumber: '046190001234' })
  const byQr = await ask({ by: 'qr', qr: filed.people[1]?.pass.text ?? '' })
  const byPhone = await ask({ by: 'phone', phone: '0905123456' })
  const chosen = await ask({ by: 'person', personId: byPhone.candidates[1]?.personId ?? '' })

  expect(byNumber.people[0]?.person.fullName).toBe('Nguyễn Thị Phương Thảo')
  expect(byQr).toMatchObject({ pass: { displayName: 'N.V. Bé' }, isNewerPassAvailable: false })
  expect(byPhone.candidates.map(({ maskedIdNumber }) => maskedIdNumber)).toEqual([
    '•••••••••234',
    '••••••000',
  ])
  expect(chosen.people[0]?.personId).toBe(byQr.people[0]?.personId)

  await withdrawDeclaration(client, { declarationId: filed.declarationId })
  const withdrawn = ask({ by: 'qr', qr: filed.people[0]?.pass.text ?? '' })

  await expect(withdrawn).rejects.toMatchObject({ code: 'qr_revoked' })
})
