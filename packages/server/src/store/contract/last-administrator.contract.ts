import { describe, expect, it } from 'vitest'
import type { OfficerRow, Store } from '../store.js'
import { makeOfficer, start, unique } from './rows.setup.js'

/** The tests of one store share it: whoever administers it is disabled first, but for one. */
export function describeLastAdministrator(open: () => Store): void {
  async function setup() {
    const { officers } = open()
    const [one, two] = [0, 1].map(() => makeOfficer({ role: 'administrator' }))
    await officers.addOfficer(one!)
    await officers.addOfficer(two!)
    for (const { officerId } of await officers.findOfficers('', 10_000)) {
      if (officerId === one!.officerId || officerId === two!.officerId) continue
      await officers.changeOfficer(officerId, { disabledAt: start }, true)
    }
    return { officers, one: one!.officerId, two: two!.officerId }
  }

  describe('the last administrator', () => {
    it('stays, when two disable each other at once', async () => {
      const { officers, one, two } = await setup()

      const results = await Promise.all(
        [one, two].map((id) => officers.changeOfficer(id, { disabledAt: start }, true)),
      )

      expect(results.filter((result) => result === 'last-administrator')).toHaveLength(1)
    })

    it.each<[string, Partial<OfficerRow>]>([
      ['disabled', { disabledAt: start }],
      ['given another role', { role: 'ward' }],
      ['left without a password', { passwordHash: null }],
    ])('is not %s', async (_how, changes) => {
      const { officers, one, two } = await setup()
      await officers.changeOfficer(one, changes, true)

      expect(await officers.changeOfficer(two, changes, true)).toBe('last-administrator')
      expect(await officers.findOfficerById(two)).toMatchObject({ sessionEpoch: 0 })
    })

    it('is whoever can sign in: an invitation alone does not count, an identity does', async () => {
      const { officers, one, two } = await setup()
      const identity = { oidcIssuer: 'https://id.example', oidcSubject: unique('subject') }
      const invited = { passwordHash: null, setupHash: unique('setup'), setupExpiresAt: start }
      await officers.changeOfficer(one, invited, true)

      expect(await officers.changeOfficer(two, { passwordHash: null }, true)).toBe(
        'last-administrator',
      )
      expect(
        await officers.changeOfficer(two, { ...identity, passwordHash: null }, true),
      ).toMatchObject(identity)
      expect(await officers.changeOfficer(two, { oidcSubject: null }, true)).toBe(
        'last-administrator',
      )
    })
  })
}
