import { describe, expect, it } from 'vitest'
import { fillDisk } from '../audit/fill-disk.setup.js'
import { listActions } from '../audit/list-actions.setup.js'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  newKey,
  phone,
  send,
  setup,
  signIn,
  signInOfficer,
} from '../backend.setup.js'

describe('83: Idempotency-Key', () => {
  it('is missing: 400', async () => {
    const backend = await setup()
    const headers = await signIn(backend)

    const { status, json } = await send(
      backend,
      'POST',
      '/v1/declarations',
      makeDeclaration(),
      headers,
    )

    expect([status, json.code]).toEqual([400, 'idempotency_key_missing'])
  })

  it('gives the same answer again, in a new session too, and 422 to another body', async () => {
    const backend = await setup()
    const key = { 'idempotency-key': newKey() }
    const first = await declare(backend, { ...(await signIn(backend)), ...key })
    const headers = { ...(await signIn(backend)), ...key }
    backend.clock.at += 60_000

    const again = await declare(backend, headers)
    const other = await declare(backend, headers, makeDeclaration(child()))

    expect(again).toMatchObject({ status: 201, json: first.json })
    // to the last byte: members in their order
    expect(JSON.stringify(again.json)).toBe(JSON.stringify(first.json))
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reused'])
  })

  it('takes the bare UUID as the same key as its quoted form', async () => {
    const backend = await setup()
    const headers = await signIn(backend)
    const uuid = crypto.randomUUID()

    const quoted = await declare(backend, { ...headers, 'idempotency-key': `"${uuid}"` })
    const bare = await declare(backend, { ...headers, 'idempotency-key': uuid })

    expect(bare.json).toEqual(quoted.json)
  })

  it('lets parallel sendings have one effect', async () => {
    const backend = await setup()
    const headers = { ...(await signIn(backend)), 'idempotency-key': newKey() }

    const answers = await Promise.all(Array.from({ length: 8 }, () => declare(backend, headers)))
    const found = await send(backend, 'GET', '/v1/declarations', undefined, headers)

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ json }) => json.code === 'idempotency_in_progress')).toHaveLength(7)
    expect(found.json.declarations).toHaveLength(1)
  })

  it('belongs to its phone', async () => {
    const backend = await setup()
    const key = { 'idempotency-key': newKey() }
    const first = await declare(backend, { ...(await signIn(backend)), ...key })
    const other = await declare(backend, { ...(await signIn(backend, '0905123457')), ...key })

    expect([first.status, other.status]).toEqual([201, 201])
    expect(other.json.declarationId).not.toBe(first.json.declarationId)
  })

  it('belongs to phone and network where a code is asked for', async () => {
    const backend = await setup()
    const key = newKey()
    const ask = async (to: string, address: string) => {
      const headers = { 'idempotency-key': key, 'test-address': address }
      const asked = { phone: to, purpose: 'declare' }
      return (await send(backend, 'POST', '/v1/otp/challenges', asked, headers)).json.challengeId
    }

    const own = await ask(phone, '192.0.2.1')
    const again = await ask(phone, '192.0.2.1')
    const others = [await ask('0905123457', '192.0.2.1'), await ask(phone, '192.0.2.2')]

    expect(again).toBe(own)
    expect(new Set([own, ...others]).size).toBe(3)
    expect(others).not.toContain(undefined)
  })

  it('97: gives an officer their answer again on record alone', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend)
    const asked = { channel: 'assisted', post: 'ga-hue', assistedBy: 'Lê Văn Hai' }
    const body = { ...asked, declaration: makeDeclaration() }
    const key = { 'idempotency-key': newKey(), ...headers }
    const file = () => send(backend, 'POST', '/v1/declarations/assisted', body, key)

    const first = await file()
    const again = await file()
    const actions = (await listActions(backend)).map(({ action }) => action)
    fillDisk(backend.store)
    const unrecorded = await file()

    expect(again.json).toEqual(first.json)
    expect(actions).toEqual(['declare assisted', 'answer again'])
    expect([unrecorded.status, unrecorded.json.code]).toEqual([503, 'audit_unavailable'])
  })

  it('is free again after a refusal', async () => {
    const backend = await setup()
    const headers = { ...(await signIn(backend)), 'idempotency-key': newKey() }
    const wrong = makeDeclaration(makeDeclared({ bornOn: '2999' }))

    const refused = await declare(backend, headers, wrong)
    const corrected = await declare(backend, headers)

    expect([refused.status, corrected.status]).toEqual([400, 201])
  })
})
