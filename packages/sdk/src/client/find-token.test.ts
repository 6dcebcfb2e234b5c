import { expect, it } from 'vitest'
import type { Access } from '../schema/endpoint.js'
import { createClient } from './create-client.js'
import { session } from './fake-fetch.setup.js'
import { findToken } from './find-token.js'
import { forgetToken } from './forget-token.js'

const baseUrl = 'https://kbyt.example'
const all: readonly Access[] = ['citizen', 'officer', 'device']

it('takes the publishable key where anybody may call', () => {
  const client = createClient({ baseUrl, publishableKey: 'kbyt_pk_demo', deviceKey: 'kbyt_dk_a' })

  expect(findToken(client, [])).toBe('kbyt_pk_demo')
})

it('takes the first that the client holds: device key, session, officer', () => {
  const device = createClient({ baseUrl, deviceKey: 'kbyt_dk_a' })
  const citizen = createClient({ baseUrl })
  const officer = createClient({ baseUrl })
  device.session.save(session)
  citizen.session.save(session)
  citizen.officerToken.save('kbyt_os_a')
  officer.officerToken.save('kbyt_os_a')

  const tokens = [device, citizen, officer].map((client) => findToken(client, all))

  expect(tokens).toEqual(['kbyt_dk_a', session.token, 'kbyt_os_a'])
})

it('takes no credential that the endpoint does not ask for', () => {
  const client = createClient({ baseUrl, deviceKey: 'kbyt_dk_a' })

  expect(() => findToken(client, ['citizen'])).toThrow('session_required')
  expect(findToken(client, ['citizen', 'officer'])).toBeUndefined()
})

it('lets go of the token that was refused, and of no other', () => {
  const client = createClient({ baseUrl })
  client.session.save(session)
  client.officerToken.save('kbyt_os_a')

  forgetToken(client, 'kbyt_os_a')

  expect([client.session.load(), client.officerToken.load()]).toEqual([session, undefined])
})
