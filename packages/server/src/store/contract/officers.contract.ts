import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { hour, makeOfficer, makeOfficerSession, minute, start, unique } from './rows.setup.js'

const idle = 30 * minute

export function describeOfficers(open: () => Store): void {
  async function setup() {
    const { officers } = open()
    const officer = makeOfficer({ areas: ['46', '19753'] })
    await officers.addOfficer(officer)
    const session = makeOfficerSession(officer.officerId)
    await officers.openSession(session)
    return { officers, officer, session, token: session.tokenHash }
  }

  describe('officers', () => {
    it('have a username each', async () => {
      const { officers, officer } = await setup()

      expect(await officers.addOfficer(makeOfficer({ username: officer.username }))).toBe(false)
      expect(await officers.findOfficer(officer.username)).toEqual(officer)
      expect(await officers.findOfficer(unique('nobody'))).toBeUndefined()
      expect(await officers.findOfficer(`${officer.username}\0`)).toBeUndefined()
    })

    it('keep a new password and the choices of the shift', async () => {
      const { officers, officer, token } = await setup()

      await officers.setPassword(officer.officerId, 'new-hash', token)
      const shift = { defaultPost: 'phu-bai', defaultReason: 'checkpoint' }
      const desk = { defaultDirection: 'in', defaultTab: 'entry' } as const
      await officers.setDefaults(officer.officerId, { ...shift, ...desk })
      const changed = await officers.setDefaults(officer.officerId, shift)

      const chosen = { ...shift, ...desk }
      expect(changed).toEqual({ ...officer, ...chosen, passwordHash: 'new-hash', sessionEpoch: 1 })
      expect(await officers.findOfficer(officer.username)).toEqual(changed)
      expect(await officers.setDefaults(unique('nobody'), shift)).toBeUndefined()
    })
  })

  describe('an account', () => {
    it('without an identity gets one of those that come at once, and no second one', async () => {
      const { officers, officer } = await setup()
      const issuer = 'https://id.example'
      const subjects = Array.from({ length: 8 }, () => unique('subject'))

      const linked = await Promise.all(
        subjects.map((subject) => officers.linkOfficer(officer.officerId, issuer, subject)),
      )

      const [winner, ...others] = linked.filter((each) => each !== undefined)
      expect(others).toEqual([])
      expect(winner).toEqual(await officers.findOfficerById(officer.officerId))
      expect(subjects).toContain(winner?.oidcSubject)
    })

    it('gets no identity that is another’s, nor one once it is disabled', async () => {
      const { officers, officer } = await setup()
      const [other, disabled] = [makeOfficer(), makeOfficer({ disabledAt: start })]
      for (const each of [other, disabled]) await officers.addOfficer(each)
      const link = async (officerId: string, subject: string) =>
        (await officers.linkOfficer(officerId, 'https://id.example', subject)) !== undefined
      const subject = unique('subject')

      expect(await link(officer.officerId, subject)).toBe(true)
      expect(await link(other.officerId, subject)).toBe(false)
      expect(await link(disabled.officerId, unique('subject'))).toBe(false)
    })

    it('is found by id, identity and invitation', async () => {
      const { officers } = open()
      const [setupHash, oidcSubject] = [unique('setup'), unique('subject')]
      const invited = { setupHash, setupExpiresAt: start + hour, passwordHash: null }
      const officer = makeOfficer({ ...invited, oidcIssuer: 'https://id.example', oidcSubject })
      await officers.addOfficer(officer)

      expect(await officers.findOfficerById(officer.officerId)).toEqual(officer)
      expect(await officers.findOfficerByIdentity('https://id.example', oidcSubject)).toEqual(
        officer,
      )
      expect(await officers.findOfficerByIdentity('https://other', oidcSubject)).toBeUndefined()
      expect(await officers.findOfficerBySetup(setupHash, start + hour - 1)).toEqual(officer)
      expect(await officers.findOfficerBySetup(setupHash, start + hour)).toBeUndefined()
    })

    it('is listed in the order of ids', async () => {
      const { officers } = open()
      const made = [makeOfficer(), makeOfficer(), makeOfficer()]
      for (const officer of made) await officers.addOfficer(officer)

      const listed = await officers.findOfficers(made[0]!.officerId, 2)

      expect(listed).toEqual([made[1], made[2]])
    })

    it('changes in part, and only then ends its sessions', async () => {
      const { officers, officer, token } = await setup()
      const changes = { role: 'inspector', areas: [], venueCode: 'ABCD1234' } as const

      const changed = await officers.changeOfficer(officer.officerId, changes, false)
      const live = await officers.touchSession(token, idle, start)
      const reset = await officers.changeOfficer(officer.officerId, { passwordHash: null }, true)

      expect(changed).toEqual({ ...officer, ...changes })
      expect(live?.officer).toEqual(changed)
      expect(reset).toMatchObject({ passwordHash: null, sessionEpoch: 1 })
      expect(await officers.touchSession(token, idle, start)).toBeUndefined()
      expect(await officers.changeOfficer(unique('nobody'), {}, false)).toBe('absent')
    })

    it('has an identity that no other one has', async () => {
      const { officers, officer } = await setup()
      const identity = { oidcIssuer: 'https://id.example', oidcSubject: unique('subject') }
      const other = makeOfficer()
      await officers.addOfficer(other)
      await officers.changeOfficer(officer.officerId, identity, false)

      const refused = await officers.changeOfficer(other.officerId, identity, false)
      const again = await officers.changeOfficer(officer.officerId, identity, false)

      expect(refused).toBe('identity-taken')
      expect(again).toMatchObject(identity)
    })

    it('spends an invitation once, however many ask at a time', async () => {
      const { officers, officer, token } = await setup()
      const setupHash = unique('setup')
      const invited = { setupHash, setupExpiresAt: start + hour }
      await officers.changeOfficer(officer.officerId, invited, false)

      const used = await Promise.all(
        ['one', 'two', 'three'].map((hash) => officers.useSetup(setupHash, hash, start)),
      )

      expect(used.filter(Boolean)).toHaveLength(1)
      expect(await officers.touchSession(token, idle, start)).toBeUndefined()
      expect(await officers.useSetup(setupHash, 'four', start)).toBeUndefined()
    })

    it('takes no invitation that is over, or of somebody disabled', async () => {
      const { officers, officer } = await setup()
      const setupHash = unique('setup')
      const invited = { setupHash, setupExpiresAt: start + hour }
      await officers.changeOfficer(officer.officerId, invited, false)

      const late = await officers.useSetup(setupHash, 'late', start + hour)
      await officers.changeOfficer(officer.officerId, { disabledAt: start }, true)

      expect(late).toBeUndefined()
      expect(await officers.useSetup(setupHash, 'disabled', start)).toBeUndefined()
      expect(await officers.findOfficerBySetup(setupHash, start)).toBeUndefined()
    })

    it('accepts a TOTP counter once and none before it', async () => {
      const { officers, officer } = await setup()
      const { officerId } = officer
      const accept = (counter: number) => officers.acceptTotpCounter(officerId, 'k1.b25l', counter)
      await officers.saveTotpSecret(officerId, 'k1.b25l')

      const first = await Promise.all([7, 7, 7].map(accept))

      expect(first.filter(Boolean)).toHaveLength(1)
      expect([await accept(6), await accept(7), await accept(8)]).toEqual([false, false, true])
      expect(await officers.acceptTotpCounter(officerId, 'k1.dHdv', 9)).toBe(false)
    })

    it('takes another TOTP secret until one is confirmed', async () => {
      const { officers, officer } = await setup()
      const { officerId } = officer

      const saved = [
        await officers.saveTotpSecret(officerId, 'k1.b25l'),
        await officers.saveTotpSecret(officerId, 'k1.dHdv'),
        await officers.acceptTotpCounter(officerId, 'k1.b25l', 1),
        await officers.acceptTotpCounter(officerId, 'k1.dHdv', 1),
        await officers.saveTotpSecret(officerId, 'k1.dGhyZWU'),
      ]

      expect(saved).toEqual([true, true, false, true, false])
    })
  })

  describe('officer sessions', () => {
    it('move with each request and end when idle', async () => {
      const { officers, officer, session, token } = await setup()

      const touched = await officers.touchSession(token, idle, start + idle)
      const later = await officers.touchSession(token, idle, start + 2 * idle)
      const tooLate = await officers.touchSession(token, idle, start + 3 * idle + 1)

      expect(touched).toEqual({ session: { ...session, lastSeenAt: start + idle }, officer })
      expect(later?.session.lastSeenAt).toBe(start + 2 * idle)
      expect(tooLate).toBeUndefined()
    })

    it('end after their time however busy', async () => {
      const { officers, officer } = await setup()
      const session = makeOfficerSession(officer.officerId, { lastSeenAt: start + 12 * hour - 1 })
      await officers.openSession(session)

      const last = await officers.touchSession(session.tokenHash, idle, start + 12 * hour - 1)

      expect(last).toBeDefined()
      expect(
        await officers.touchSession(session.tokenHash, idle, start + 12 * hour),
      ).toBeUndefined()
    })

    it('end at once when the officer is disabled, and do not open again', async () => {
      const { officers, officer, token } = await setup()

      await officers.changeOfficer(officer.officerId, { disabledAt: start + 1 }, true)
      const opened = makeOfficerSession(officer.officerId)
      await officers.openSession(opened)

      expect(await officers.touchSession(token, idle, start + 2)).toBeUndefined()
      expect(await officers.touchSession(opened.tokenHash, idle, start + 2)).toBeUndefined()
      expect((await officers.findOfficer(officer.username))?.disabledAt).toBe(start + 1)
    })

    it('end on sign-out', async () => {
      const { officers, token } = await setup()

      await officers.endSession(token)

      expect(await officers.touchSession(token, idle, start)).toBeUndefined()
    })

    it('end but for one with a new password', async () => {
      const { officers, officer, token } = await setup()
      const other = makeOfficerSession(officer.officerId)
      await officers.openSession(other)

      await officers.setPassword(officer.officerId, 'new-hash', token)

      expect(await officers.touchSession(token, idle, start)).toBeDefined()
      expect(await officers.touchSession(other.tokenHash, idle, start)).toBeUndefined()
    })

    it('never begin with credentials that were reset meanwhile', async () => {
      const { officers, officer } = await setup()
      const checkedBefore = makeOfficerSession(officer.officerId, { epoch: officer.sessionEpoch })

      await officers.changeOfficer(officer.officerId, { passwordHash: null }, true)
      await officers.openSession(checkedBefore)

      expect(await officers.touchSession(checkedBefore.tokenHash, idle, start)).toBeUndefined()
    })
  })
}
