import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../memory.js'
import type { SmsMessage } from '../ports.js'
import { codeLifeMs, setupOutbox } from './outbox.setup.js'
import { SmsFailure } from './sms-failure.js'

const fail = (kind: 'rejected' | 'unsent' | 'unknown') => async () => {
  throw new SmsFailure(kind, 'code_7')
}
const toIds = (messages: readonly Pick<SmsMessage, 'messageId'>[]) =>
  messages.map(({ messageId }) => messageId)

describe('a message', () => {
  it('is handed over once, whoever asks for delivery and how often', async () => {
    const { outbox, post, asked, outcomes } = setupOutbox()
    const { messageId } = await post()

    for (let round = 0; round < 5; round += 1) outbox.startDelivery()
    await Promise.all([outbox.deliver(), outbox.deliver()])
    await outbox.deliver()

    expect(toIds(asked)).toEqual([messageId])
    expect(asked[0]).toMatchObject({
      to: '+84905123456',
      template: 'otp',
      params: { code: '123456' },
    })
    expect(outcomes()).toEqual(['sent'])
  })

  it.each([
    ['a refusal', fail('rejected'), 'rejected'],
    ['an unknown end', fail('unknown'), 'unknown'],
    [
      'an error that says nothing',
      async () => {
        throw new Error('to +84905123456: 123456')
      },
      'unknown',
    ],
  ])('is not handed over again after %s', async (_name, answer, outcome) => {
    const { outbox, post, asked, clock, outcomes, logged } = setupOutbox(answer)
    await post()
    await outbox.deliver()

    for (let round = 0; round < 40; round += 1) {
      clock.at += 10_000
      await outbox.deliver()
    }

    expect(asked).toHaveLength(1)
    expect(outcomes()).toEqual([outcome])
    expect(logged).toMatchObject([{ event: 'sms_failed', gateway: 'test', outcome }])
    expect(JSON.stringify(logged)).not.toMatch(/905123456|123456/)
  })

  it('is offered again every ten seconds while it is certain that nobody has it', async () => {
    let isDown = true
    const { outbox, post, asked, clock, outcomes } = setupOutbox(async () => {
      if (isDown) throw new SmsFailure('unsent', 'ECONNREFUSED')
    })
    await post()
    await outbox.deliver()
    await outbox.deliver()
    clock.at += 10_000
    await outbox.deliver()
    isDown = false
    clock.at += 9_999
    await outbox.deliver()
    const before = asked.length
    clock.at += 1
    const sent = await outbox.deliver()

    expect([before, asked.length, sent]).toEqual([2, 3, 1])
    expect(outcomes()).toEqual(['unsent', 'unsent', 'sent'])
    expect(new Set(toIds(asked)).size).toBe(1)
  })

  it('is not sent any more once its code is over, and is counted', async () => {
    const { outbox, post, asked, clock, outcomes, store } = setupOutbox(fail('unsent'))
    const { messageId } = await post()
    await outbox.deliver()
    clock.at += codeLifeMs

    await outbox.deliver()
    await outbox.deliver()

    expect(asked).toHaveLength(1)
    expect(outcomes()).toEqual(['unsent', 'expired'])
    expect(await store.sms.closeMessages(clock.at, clock.at)).toEqual([])
    expect(messageId).toBe(asked[0]?.messageId)
  })

  it('gives way to a newer code while it waits for its gateway', async () => {
    const { outbox, post, renew, asked, clock } = setupOutbox(async ({ params }) => {
      if (params.code === '111111') throw new SmsFailure('unsent', 'ECONNREFUSED')
    })
    const { challengeId } = await post('111111')
    await outbox.deliver()
    clock.at += 60_000
    await renew(challengeId ?? '', '222222')
    await outbox.deliver()

    expect(asked.map(({ params }) => params.code)).toEqual(['111111', '222222'])
  })
})

describe('a process that dies', () => {
  it('takes what it was sending with it: nobody sends it again, and it is counted', async () => {
    const store = createMemoryStore()
    const dead = setupOutbox(() => new Promise(() => {}), store)
    await dead.post()
    dead.outbox.startDelivery()
    await expect.poll(() => dead.asked.length, { timeout: 5_000 }).toBe(1)
    const next = setupOutbox(undefined, store)

    await next.outbox.deliver()
    next.clock.at += codeLifeMs + 14_999
    await next.outbox.deliver()
    const early = next.outcomes()
    next.clock.at += 1
    await next.outbox.deliver()

    expect(next.asked).toEqual([])
    expect([early, next.outcomes()]).toEqual([[], ['lost']])
  })

  it('leaves what it had not taken to the next', async () => {
    const store = createMemoryStore()
    const dead = setupOutbox(undefined, store)
    const { messageId } = await dead.post()
    const next = setupOutbox(undefined, store)

    await next.outbox.deliver()

    expect(toIds(next.asked)).toEqual([messageId])
  })

  it('sends nothing twice when it cannot write down that it was sent', async () => {
    const store = createMemoryStore()
    const broken = {
      ...store,
      sms: {
        ...store.sms,
        finishMessage: async () => {
          throw new Error('the database is gone')
        },
      },
    }
    const { outbox, post, asked, logged, outcomes } = setupOutbox(undefined, broken)
    await post()

    const sent = await outbox.deliver()
    await outbox.deliver()

    expect([sent, asked.length]).toEqual([1, 1])
    expect(outcomes()).toEqual(['sent'])
    expect(logged).toMatchObject([{ event: 'sms_unrecorded', outcome: 'sent' }])
  })
})

describe('many messages', () => {
  it('are shared by two processes, each handed over by one', async () => {
    const store = createMemoryStore()
    const processes = [setupOutbox(undefined, store), setupOutbox(undefined, store)]
    const posted = await Promise.all(Array.from({ length: 100 }, () => processes[0]!.post()))

    await Promise.all(processes.map(({ outbox }) => outbox.deliver()))

    const asked = processes.flatMap((it) => toIds(it.asked))
    expect(asked.toSorted()).toEqual(toIds(posted).toSorted())
  })

  it('go out 32 at a time, and a slow one holds up nobody', async () => {
    let isFirst = true
    let underWay = 0
    let most = 0
    const { outbox, post, asked } = setupOutbox(async () => {
      const isSlow = isFirst
      isFirst = false
      most = Math.max(most, ++underWay)
      if (isSlow) await new Promise(() => {})
      await new Promise(setImmediate)
      underWay -= 1
    })
    for (let index = 0; index < 100; index += 1) await post()

    outbox.startDelivery()

    await expect.poll(() => asked.length, { timeout: 5_000 }).toBe(100)
    expect(most).toBeLessThanOrEqual(32)
  })

  it('are all delivered when they come while others go out', async () => {
    const { outbox, post, asked } = setupOutbox()

    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index % 17))
        await post()
        outbox.startDelivery()
      }),
    )

    await expect.poll(() => asked.length, { timeout: 5_000 }).toBe(200)
  })

  it('wait for the next start once the outbox closes, which awaits what is under way', async () => {
    const release: (() => void)[] = []
    const { outbox, post, asked, outcomes } = setupOutbox(
      () => new Promise((resolve) => release.push(resolve)),
    )
    for (let index = 0; index < 33; index += 1) await post()
    outbox.startDelivery()
    await expect.poll(() => asked.length, { timeout: 5_000 }).toBe(32)

    const closed = outbox.close()
    for (const finish of release) finish()
    await closed

    expect(asked).toHaveLength(32)
    expect(outcomes()).toHaveLength(32)
  })
})

it('measures how long the gateway and the whole way took', async () => {
  const { outbox, post, clock, measures } = setupOutbox(async () => {
    clock.at += 250
  })
  await post()
  clock.at += 1_000

  await outbox.deliver()

  const gateway = 'test'
  expect(measures).toEqual([
    {
      name: 'kbyt_sms_deliveries_total',
      labels: { gateway, template: 'otp', outcome: 'sent' },
      value: 1,
    },
    { name: 'kbyt_sms_gateway_seconds', labels: { gateway, outcome: 'sent' }, value: 0.25 },
    { name: 'kbyt_sms_delivery_seconds', labels: { gateway, template: 'otp' }, value: 1.25 },
  ])
})

it('writes the registered wording of the gateway', async () => {
  const wording = 'KBYT: {code} la ma xac thuc.'
  const { outbox, post, asked } = setupOutbox(undefined, undefined, { wording })
  await post('654321')

  await outbox.deliver()

  expect(asked[0]?.text).toBe('KBYT: 654321 la ma xac thuc.')
})
