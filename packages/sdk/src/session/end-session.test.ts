import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { findDeclarations } from '../declaration/find-declarations.js'
import { endSession } from './end-session.js'

it('ends the session at the server and here', async () => {
  const { client, signIn } = setupMock()
  const session = await signIn()

  await endSession(client)

  expect(client.session.load()).toBeUndefined()
  client.session.save(session)
  await expect(findDeclarations(client)).rejects.toMatchObject({ code: 'session_expired' })
})

it('takes no session, or one that is over, for done', async () => {
  const { mock, client, signIn } = setupMock()
  await endSession(client)
  await signIn()
  mock.clock.advance(24 * 3_600_000)

  await endSession(client)

  expect(client.session.load()).toBeUndefined()
})

it('forgets the session here though the server cannot be told', async () => {
  const { mock, client, signIn } = setupMock()
  await signIn()
  mock.faults.failNext('endSession', 3, 'network')

  await expect(endSession(client)).rejects.toMatchObject({ code: 'offline' })

  expect(client.session.load()).toBeUndefined()
})
