import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import {
  claimAnswer,
  makeChallenge,
  makeMessage,
  makeSession,
  minute,
  saveChallenge,
  start,
} from './rows.setup.js'

export function describeOtp(open: () => Store): void {
  async function setup(changes: Parameters<typeof makeChallenge>[0] = {}) {
    const store = open()
    const { otp, sessions, sms } = store
    const challenge = makeChallenge(changes)
    const message = makeMessage({ challengeId: challenge.challengeId })
    await saveChallenge(store, challenge, message)
    return { otp, sessions, sms, challenge, message, id: challenge.challengeId }
  }

  describe('otp', () => {
    it('gives a challenge back as it was saved', async () => {
      const { otp, challenge, id } = await setup({ origin: 'kbyt.example', publishableKey: 'pk' })

      expect(await otp.findChallenge(id)).toEqual(challenge)
      expect(await otp.findChallenge('another')).toBeUndefined()
    })

    it('saves a challenge, its message and the answer to who asked, or none of them', async () => {
      const store = open()
      const challenge = makeChallenge()
      const message = makeMessage({ challengeId: challenge.challengeId })
      const answer = await claimAnswer(store)
      await store.otp.saveChallenge(challenge, message, answer)
      const late = makeChallenge()
      const lateMessage = makeMessage({ challengeId: late.challengeId })

      const save = store.otp.saveChallenge(late, lateMessage, answer)

      await expect(save).rejects.toMatchObject({ name: 'LostClaim' })
      const claimed = (await store.sms.claimMessages(start, 1_000)).map((it) => it.messageId)
      expect(await store.otp.findChallenge(challenge.challengeId)).toEqual(challenge)
      expect(await store.otp.findChallenge(late.challengeId)).toBeUndefined()
      expect(claimed).toContain(message.messageId)
      expect(claimed).not.toContain(lateMessage.messageId)
    })

    it('lets exactly one of thirty right codes at once open a session', async () => {
      const { otp, sessions, id } = await setup()
      const tokens = Array.from({ length: 30 }, () => makeSession())

      const uses = await Promise.all(
        tokens.map((session) => otp.useChallenge(id, 1, start, session)),
      )

      const opened = await Promise.all(tokens.map((it) => sessions.findSession(it.tokenHash)))
      expect(uses.filter(Boolean)).toHaveLength(1)
      expect(opened.map((it) => it !== undefined)).toEqual(uses)
      expect((await otp.findChallenge(id))?.usedAt).toBe(start)
    })

    it('counts five of sixty tries at once', async () => {
      const { otp, id } = await setup()

      const tries = await Promise.all(
        Array.from({ length: 60 }, () => otp.countTry(id, 5, start + 1)),
      )

      const counted = tries.flatMap((it) => it?.tries ?? [])
      expect(counted.sort()).toEqual([1, 2, 3, 4, 5])
      expect((await otp.findChallenge(id))?.tries).toBe(5)
    })

    it('counts no try of a challenge that is expired, used or unknown', async () => {
      const { otp, challenge, id } = await setup()

      const expired = await otp.countTry(id, 5, challenge.expiresAt)
      await otp.useChallenge(id, 1, start, makeSession())
      const used = await otp.countTry(id, 5, start)

      expect([expired, used, await otp.countTry('none', 5, start)]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
      expect((await otp.findChallenge(id))?.tries).toBe(0)
    })

    it('replaces a code once, keeps the tries and drops the message that waits', async () => {
      const { otp, sms, message, id } = await setup()
      await otp.countTry(id, 5, start)
      const code = {
        codeMac: 'mac-2',
        codeLength: 8,
        expiresAt: start + 6 * minute,
        resendAt: start + 3 * minute,
      }
      const next = () => makeMessage({ challengeId: id, createdAt: start + minute })
      const messages = [next(), next(), next()]

      const replaced = await Promise.all(messages.map((it) => otp.replaceCode(id, 1, code, it)))

      const claimed = (await sms.claimMessages(start, 1_000)).map(({ messageId }) => messageId)
      expect(replaced.filter(Boolean)).toHaveLength(1)
      expect(await otp.findChallenge(id)).toMatchObject({ ...code, sends: 2, tries: 1 })
      expect(claimed).not.toContain(message.messageId)
      expect(messages.map(({ messageId }) => claimed.includes(messageId))).toEqual(replaced)
    })

    it('gives a used challenge no new code', async () => {
      const { otp, challenge, id } = await setup()
      await otp.useChallenge(id, 1, start, makeSession())

      expect(await otp.replaceCode(id, 1, challenge, makeMessage())).toBe(false)
    })

    it('opens no session for a code that a newer one has replaced', async () => {
      const { otp, sessions, challenge, id } = await setup()
      const [old, fresh] = [makeSession(), makeSession()]
      const message = makeMessage({ challengeId: id })
      await otp.replaceCode(id, 1, { ...challenge, codeMac: 'mac-2' }, message)

      const uses = [
        await otp.useChallenge(id, 1, start, old),
        await otp.useChallenge(id, 2, start, fresh),
      ]

      expect(uses).toEqual([false, true])
      expect(await sessions.findSession(old.tokenHash)).toBeUndefined()
      expect(await sessions.findSession(fresh.tokenHash)).toEqual(fresh)
    })

    it('lets either a new code or a session of the old one be, when both come at once', async () => {
      const { otp, sessions, challenge, id } = await setup()
      const session = makeSession()
      const code = { ...challenge, codeMac: 'mac-2' }

      const [isUsed, isReplaced] = await Promise.all([
        otp.useChallenge(id, 1, start, session),
        otp.replaceCode(id, 1, code, makeMessage({ challengeId: id })),
      ])

      expect(isUsed).toBe(!isReplaced)
      expect((await sessions.findSession(session.tokenHash)) !== undefined).toBe(isUsed)
    })

    it('ends a session', async () => {
      const { otp, sessions, id } = await setup()
      const session = makeSession()
      await otp.useChallenge(id, 1, start, session)
      expect(await sessions.findSession(session.tokenHash)).toEqual(session)

      await sessions.endSession(session.tokenHash)

      expect(await sessions.findSession(session.tokenHash)).toBeUndefined()
    })
  })
}
