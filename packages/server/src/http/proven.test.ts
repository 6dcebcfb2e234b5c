import { describe, expect, it } from 'vitest'
import { ownOrigin, partnerKey, partnerOrigin, send, signInOfficer } from '../backend.setup.js'
import { record, sendVisits, setupDoor, signInInspector } from '../check-in/check-in.setup.js'

/** An endpoint that several may call, and what the request brings says who does. */
describe('an endpoint for several', () => {
  it('takes an officer’s cookie on our own pages, and nowhere else', async () => {
    const { backend, venue, scan } = await setupDoor()
    const { authorization = '' } = await signInInspector(backend, venue.venueCode)
    const cookie = `__Host-kbyt_officer=${authorization.slice(7)}`

    const own = await record(backend, { cookie, origin: ownOrigin }, [scan()])
    const partner = await sendVisits(backend, { cookie, origin: partnerOrigin }, [scan()])
    const hidden = await sendVisits(backend, { cookie }, [scan()])

    expect(own).toEqual([undefined])
    expect([partner.json.code, hidden.json.code]).toEqual([
      'origin_not_allowed',
      'origin_not_allowed',
    ])
  })

  it('takes a citizen’s token before a cookie: the page that sends it meant the citizen', async () => {
    const { backend, visitor, makeVisit } = await setupDoor()
    const { headers } = await signInOfficer(backend, 'checkpoint')
    const cookie = `__Host-kbyt_officer=${headers.authorization.slice(7)}`

    const refused = await record(backend, { ...visitor, cookie, origin: ownOrigin }, [makeVisit()])

    expect(refused).toEqual([undefined])
  })

  it.each([
    ['nothing', {}, 'session_required'],
    ['a publishable key', { authorization: `Bearer ${partnerKey}` }, 'session_required'],
    ['an unknown publishable key', { authorization: 'Bearer kbyt_pk_none' }, 'key_unknown'],
    ['a device key of no venue', { authorization: 'Bearer kbyt_dk_none' }, 'key_unknown'],
    ['two tokens', { authorization: 'Bearer a, Bearer b' }, 'header_invalid'],
  ])('with %s is refused', async (_name, headers, code) => {
    const { backend } = await setupDoor()

    const { json } = await send(backend, 'POST', '/v1/visits', {}, { ...headers })

    expect(json.code).toBe(code)
  })

  it('lets a machine’s page call from any known origin', async () => {
    const { backend, machine, scan } = await setupDoor()

    const refused = await record(backend, { ...machine, origin: partnerOrigin }, [scan()])

    expect(refused).toEqual([undefined])
  })
})
