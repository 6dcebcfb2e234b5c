import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { findDeclarations } from './find-declarations.js'
import { submitDeclaration } from './submit-declaration.js'
import { withdrawDeclaration } from './withdraw-declaration.js'

it('files a family and finds it again with one pass per person', async () => {
  const { client, signIn, draft } = setupMock()
  const declaration = await draft()
  await signIn()

  const filed = await submitDeclaration(client, declaration)

  expect(new Set(filed.people.map(({ pass }) => pass.text)).size).toBe(2)
  expect(await findDeclarations(client)).toEqual({ declarations: [filed] })
  expect(await findDeclarations(client, { kind: 'entry' })).toEqual({ declarations: [] })
})

it('asks for a proven phone and sends nothing without', async () => {
  const { client, draft } = setupMock()

  const submitting = submitDeclaration(client, await draft())

  await expect(submitting).rejects.toMatchObject({ code: 'session_required' })
})

it('lets go of a session that is over, so that the phone is proven again', async () => {
  const { mock, client, signIn, draft } = setupMock()
  const declaration = await draft()
  await signIn()
  mock.clock.advance(24 * 3_600_000)

  await expect(submitDeclaration(client, declaration)).rejects.toMatchObject({
    code: 'session_expired',
  })

  expect(client.session.load()).toBeUndefined()
})

// ATTACKS 109
it('makes one declaration when the reply is lost', async () => {
  const { mock, client, signIn, draft } = setupMock()
  const declaration = await draft()
  await signIn()
  mock.faults.failNext('submitDeclaration', 1, 'lost-reply')

  const filed = await submitDeclaration(client, declaration)

  expect(await findDeclarations(client)).toEqual({ declarations: [filed] })
})

it('makes one declaration when it is sent again with its key after a new proof', async () => {
  const { mock, client, signIn, draft } = setupMock()
  const declaration = await draft()
  const idempotencyKey = '0177f2a4-0000-7000-8000-000000000001'
  await signIn()
  mock.faults.failNext('submitDeclaration', 3, 'lost-reply')
  const lost = submitDeclaration(client, declaration, { idempotencyKey })
  await expect(lost).rejects.toMatchObject({ code: 'offline' })
  mock.clock.advance(3_600_000)
  await signIn()

  const filed = await submitDeclaration(client, declaration, { idempotencyKey })

  expect(await findDeclarations(client)).toEqual({ declarations: [filed] })
})

it('refuses another body under the same key', async () => {
  const { client, signIn, draft } = setupMock()
  const declaration = await draft()
  const idempotencyKey = '0177f2a4-0000-7000-8000-000000000001'
  await signIn()
  await submitDeclaration(client, declaration, { idempotencyKey })

  const other = { ...declaration, people: declaration.people.slice(0, 1) }
  const again = submitDeclaration(client, other, { idempotencyKey })

  await expect(again).rejects.toMatchObject({ code: 'idempotency_key_reused' })
})

it('names the field that only the portal can judge', async () => {
  const { client, signIn, draft } = setupMock()
  const { people, ...declaration } = await draft()
  const adult = people.map((declared) => ({
    ...declared,
    person: { ...declared.person, bornOn: '1990' },
  }))
  await signIn()

  const submitting = submitDeclaration(client, { ...declaration, people: adult })

  await expect(submitting).rejects.toMatchObject({
    code: 'input_invalid',
    issues: [
      { path: 'people.1.person.identityDocument.number', code: 'document_placeholder_adult' },
    ],
  })
})

it('withdraws a declaration and its passes', async () => {
  const { client, signIn, draft } = setupMock()
  const declaration = await draft()
  await signIn()
  const filed = await submitDeclaration(client, declaration)

  const withdrawn = await withdrawDeclaration(client, filed)

  expect(withdrawn.withdrawnAt).toBeDefined()
  expect(withdrawn.people.map(({ pass }) => pass.state)).toEqual(['withdrawn', 'withdrawn'])
})

it('does not withdraw what another phone has sent', async () => {
  const { mock, client, signIn } = setupMock()
  const theirs = await mock.seed([{ fullName: 'Trần Văn An' }], { phone: '0914 000 111' })
  await signIn()

  const withdrawing = withdrawDeclaration(client, theirs)

  await expect(withdrawing).rejects.toMatchObject({ code: 'declaration_not_found' })
})
