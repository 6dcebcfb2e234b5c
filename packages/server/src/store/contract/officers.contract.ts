import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import {
  hour,
  makeAuditRow,
  makeOfficer,
  makeOfficerSession,
  minute,
  start,
  unique,
} from './rows.setup.js'

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
      const { officers, officer } = await setup()

      await officers.setPassword(officer.officerId, 'new-hash')
      const changed = await officers.setDefaults(officer.officerId, 'phu-bai', 'checkpoint')

      const chosen = { defaultPost: 'phu-bai', defaultReason: 'checkpoint' }
      expect(changed).toEqual({ ...officer, ...chosen, passwordHash: 'new-hash' })
      expect(await officers.findOfficer(officer.username)).toEqual(changed)
      expect(await officers.setDefaults(unique('nobody'), 'a', 'b')).toBeUndefined()
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

      await officers.disableOfficer(officer.officerId, start + 1)
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
  })
}

export function describeAudit(open: () => Store): void {
  describe('audit', () => {
    it('takes one row per place in a chain', async () => {
      const { audit } = open()
      const chain = unique('chain')

      const appends = await Promise.all(
        [1, 1, 1].map((seq) => audit.append(makeAuditRow(chain, seq))),
      )

      expect(appends.filter(Boolean)).toHaveLength(1)
      expect(await audit.findLast(chain)).toEqual(makeAuditRow(chain, 1))
    })

    it('gives a chain back in order, from where one asks', async () => {
      const { audit } = open()
      const [chain, other] = [unique('chain'), unique('chain')]
      for (const seq of [1, 2, 3, 4]) await audit.append(makeAuditRow(chain, seq))
      await audit.append(makeAuditRow(other, 1))

      const rows = await audit.findRows(chain, 2, 2)

      expect(rows).toEqual([makeAuditRow(chain, 2), makeAuditRow(chain, 3)])
      expect((await audit.findLast(chain))?.seq).toBe(4)
      expect(await audit.findLast(unique('chain'))).toBeUndefined()
    })
  })
}
