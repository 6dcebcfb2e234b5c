import { describe, expect, it } from 'vitest'
import type { Store } from '../store.js'
import { day, makeChallenge, makeMessage, minute, start, unique } from './rows.setup.js'

export function describeIdempotency(open: () => Store): void {
  function setup() {
    const { idempotency, otp } = open()
    const key = { principal: unique('principal'), key: 'k' }
    const claim = (body = 'body', at = start) =>
      idempotency.claim(key, body, at, at + minute, at + day)
    // with an effect, as any other is
    const saveAnswer = () =>
      otp.saveChallenge(makeChallenge(), makeMessage(), { ...key, status: 201, sealed: 'k1.YQ' })
    return { idempotency, key, claim, saveAnswer }
  }

  describe('idempotency', () => {
    it('lets one of twenty at once do the work', async () => {
      const { claim } = setup()

      const claims = await Promise.all(Array.from({ length: 20 }, () => claim()))

      const states = claims.map(({ state }) => state)
      expect(states.filter((state) => state === 'new')).toHaveLength(1)
      expect(states.filter((state) => state === 'running')).toHaveLength(19)
    })

    it('answers the same body again and refuses another', async () => {
      const { claim, saveAnswer } = setup()
      await claim()
      const early = await claim('another')
      await saveAnswer()

      expect(early).toEqual({ state: 'other-body' })
      expect(await claim('another')).toEqual({ state: 'other-body' })
      expect(await claim()).toEqual({ state: 'done', status: 201, sealed: 'k1.YQ' })
    })

    it('keeps the keys of two senders apart', async () => {
      const { idempotency, claim } = setup()
      await claim()

      const other = { principal: unique('principal'), key: 'k' }

      expect(await idempotency.claim(other, 'body', start, start + 1, start + 1)).toEqual({
        state: 'new',
      })
    })

    it('takes the first answer only', async () => {
      const { claim, saveAnswer } = setup()
      await claim()
      await saveAnswer()

      await expect(saveAnswer()).rejects.toMatchObject({ name: 'LostClaim' })
    })

    it('frees a key that is released, unless it was answered', async () => {
      const { idempotency, key, claim, saveAnswer } = setup()
      await claim()
      await idempotency.release(key)
      const again = await claim()
      await saveAnswer()
      await idempotency.release(key)

      expect(again).toEqual({ state: 'new' })
      expect(await claim()).toMatchObject({ state: 'done' })
    })

    it('hands the work of a process that died to one other', async () => {
      const { claim } = setup()
      await claim()

      const before = await claim('body', start + minute - 1)
      const after = await Promise.all([1, 2, 3].map(() => claim('body', start + minute)))

      expect(before).toEqual({ state: 'running' })
      expect(after.filter(({ state }) => state === 'new')).toHaveLength(1)
    })

    it('forgets a key after its time', async () => {
      const { claim, saveAnswer } = setup()
      await claim()
      await saveAnswer()

      expect(await claim('another', start + day)).toEqual({ state: 'new' })
    })
  })
}
