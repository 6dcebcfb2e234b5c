import { describe, expect, it } from 'vitest'
import type { MessageRow, Store } from '../store.js'
import { makeChallenge, makeMessage, minute, saveChallenge, start, unique } from './rows.setup.js'

const toIds = (messages: readonly MessageRow[]) => messages.map(({ messageId }) => messageId)

export function describeSms(open: () => Store): void {
  async function setup(...createdAt: number[]) {
    const store = open()
    const { otp, sms } = store
    await sms.claimMessages(start, 10_000) // what other tests left
    await sms.closeMessages(start + 1_000 * minute, start + 1_000 * minute)
    const messages = createdAt.map((at) =>
      makeMessage({ challengeId: unique('challenge'), createdAt: at, expiresAt: at + minute }),
    )
    for (const message of messages) {
      await saveChallenge(store, makeChallenge({ challengeId: message.challengeId! }), message)
    }
    return { otp, sms, messages }
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

      expect(toIds([...claims.flat(), ...rest]).toSorted()).toEqual(toIds(messages))
    })

    it('counts what waits to be taken and is not too late', async () => {
      const { sms } = await setup(start, start + 1, start + 2)
      await sms.claimMessages(start + 2, 1)

      expect(await sms.countWaiting(start + 2)).toBe(2)
      expect(await sms.countWaiting(start + 1 + minute)).toBe(1)
    })

    it('does not offer a message that came too late', async () => {
      const { sms } = await setup(start)

      expect(await sms.claimMessages(start + minute, 10)).toEqual([])
    })

    it('does not offer a finished message again', async () => {
      const { sms, messages } = await setup(start)
      await sms.claimMessages(start, 10)

      await sms.finishMessage(messages[0]!.messageId, 'unknown', start + 1)
      await sms.finishMessage(unique('unknown'), 'sent', start + 1)
      await sms.postponeMessage(messages[0]!.messageId, start)

      expect(await sms.claimMessages(start + 1, 10)).toEqual([])
    })

    it('offers a message that was put off again when it is due, whole', async () => {
      const { sms, messages } = await setup(start)
      const [message] = messages
      await sms.claimMessages(start, 10)

      await sms.postponeMessage(message!.messageId, start + 10)

      expect(await sms.claimMessages(start + 9, 10)).toEqual([])
      expect(await sms.claimMessages(start + 10, 10)).toEqual([message])
      expect(await sms.claimMessages(start + 10, 10)).toEqual([])
    })

    it('does not put off what nobody took', async () => {
      const { sms, messages } = await setup(start)

      await sms.postponeMessage(messages[0]!.messageId, start + 10)

      expect(await sms.claimMessages(start, 10)).toEqual(messages)
    })

    it('never offers a dead code that was put off while a newer one was made', async () => {
      const { otp, sms, messages } = await setup(start)
      const [old] = messages
      const challengeId = old!.challengeId!
      await sms.claimMessages(start, 10)
      const newer = makeMessage({ challengeId })
      const { codeMac, codeLength, expiresAt, resendAt } = makeChallenge()
      const code = { codeMac, codeLength, expiresAt, resendAt }
      await otp.replaceCode(challengeId, 1, code, newer)
      await sms.postponeMessage(old!.messageId, start)

      const offered = await sms.claimMessages(start + 1, 10)

      expect(toIds(offered)).toEqual([newer.messageId])
    })

    it('closes what nobody took in time and what its taker left, once', async () => {
      const { sms, messages } = await setup(start, start + 1, start + 2)
      const [lost, sent, expired] = messages
      await sms.claimMessages(start, 2)
      await sms.finishMessage(sent!.messageId, 'sent', start)

      const early = await sms.closeMessages(start + minute, start)
      const closed = await sms.closeMessages(start + minute + 2, start + minute)
      const again = await sms.closeMessages(start + minute + 2, start + minute + 2)

      const template = 'otp'
      expect(early).toEqual([])
      expect(closed.toSorted((a, b) => (a.outcome < b.outcome ? -1 : 1))).toEqual([
        { messageId: expired!.messageId, template, outcome: 'expired' },
        { messageId: lost!.messageId, template, outcome: 'lost' },
      ])
      expect(again).toEqual([])
    })
  })
}
