import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { makeChallenge, makeMessage, minute, start, unique } from './rows.setup.js'

export function describeSms(open: () => Store): void {
  async function setup(...createdAt: number[]) {
    const { otp, sms } = open()
    await sms.claimMessages(start, 10_000) // what other tests left
    const messages = createdAt.map((at) => makeMessage({ createdAt: at, expiresAt: at + minute }))
    for (const message of messages) await otp.saveChallenge(makeChallenge(), message)
    return { sms, messages }
  }

  describe('sms', () => {
    it('offers what waits oldest first, and each message once', async () => {
      const { sms, messages } = await setup(start + 2, start, start + 1)
      const [third, first, second] = messages

      expect(await sms.claimMessages(start + 2, 2)).toEqual([first, second])
      expect(await sms.claimMessages(start + 2, 2)).toEqual([third])
      expect(await sms.claimMessages(start + 2, 2)).toEqual([])
    })

    it('never gives one message to two of twenty workers', async () => {
      const { sms, messages } = await setup(
        ...Array.from({ length: 60 }, (_, index) => start + index),
      )

      const claims = await Promise.all(
        Array.from({ length: 20 }, () => sms.claimMessages(start, 5)),
      )
      const rest = await sms.claimMessages(start, 100)

      const ids = [...claims.flat(), ...rest].map(({ messageId }) => messageId)
      expect(ids.toSorted()).toEqual(messages.map(({ messageId }) => messageId))
    })

    it('does not offer a message that came too late', async () => {
      const { sms } = await setup(start)

      expect(await sms.claimMessages(start + minute, 10)).toEqual([])
    })

    it('does not offer a finished message again', async () => {
      const { sms, messages } = await setup(start)
      await sms.claimMessages(start, 10)

      await sms.finishMessage(messages[0]!.messageId, 'failed', start + 1)
      await sms.finishMessage(unique('unknown'), 'sent', start + 1)

      expect(await sms.claimMessages(start + 1, 10)).toEqual([])
    })
  })
}
