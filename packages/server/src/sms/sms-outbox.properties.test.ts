import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMemoryStore } from '../memory.js'
import type { SmsMessage } from '../ports.js'
import type { Store } from '../store/store.js'
import { setupOutbox } from './outbox.setup.js'
import { SmsFailure } from './sms-failure.js'

/** 10,000 under `KBYT_LONG=1`, which is what `pnpm test:long` sets. */
const runs = { numRuns: process.env.KBYT_LONG === '1' ? 10_000 : 200 }

/** What the gateway does with the next message; `dies`: it has it, and our process dies. */
const answers = ['takes', 'refuses', 'breaks', 'unreached', 'dies'] as const
type Answer = (typeof answers)[number]

const step = fc.oneof(
  fc.record({ kind: fc.constant('post' as const) }),
  fc.record({ kind: fc.constant('resend' as const) }),
  fc.record({
    kind: fc.constant('deliver' as const),
    by: fc.nat(1),
    answers: fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 9_999, 10_000, 120_000) }),
)

interface Ask {
  readonly message: SmsMessage
  readonly answer: Answer
  readonly at: number
}

/** Two processes on one store; one that dies writes nothing more, and another takes its place. */
function createWorld() {
  const store = createMemoryStore()
  const asks: Ask[] = []
  let at = Date.parse('2021-03-03T08:00:00+07:00')
  let next: Answer[] = []

  function startProcess() {
    let isDead = false
    const refuseWhenDead = async () => {
      if (isDead) throw new Error('the process is dead')
    }
    const sms: Store['sms'] = {
      ...store.sms,
      claimMessages: (...args) => refuseWhenDead().then(() => store.sms.claimMessages(...args)),
      finishMessage: (...args) => refuseWhenDead().then(() => store.sms.finishMessage(...args)),
      postponeMessage: (...args) => refuseWhenDead().then(() => store.sms.postponeMessage(...args)),
      closeMessages: (...args) => refuseWhenDead().then(() => store.sms.closeMessages(...args)),
    }
    const process = setupOutbox(
      async (message) => {
        const answer = next.shift() ?? 'takes'
        asks.push({ message, answer, at })
        if (answer === 'dies') isDead = true
        if (answer === 'refuses') throw new SmsFailure('rejected', 'no')
        if (answer === 'unreached') throw new SmsFailure('unsent', 'nobody')
        if (answer === 'breaks') throw new SmsFailure('unknown', 'broken')
      },
      { ...store, sms },
    )
    return { ...process, isDead: () => isDead }
  }

  const processes = [startProcess(), startProcess()]
  return {
    store,
    asks,
    processes,
    wait(ms: number) {
      at += ms
      for (const { clock } of processes) clock.at = at
    },
    async deliver(by: number, planned: readonly Answer[]) {
      next = [...planned]
      const process = processes[by]!
      await process.outbox.deliver().catch(() => {})
      if (!process.isDead()) return
      processes[by] = startProcess()
      processes[by].clock.at = at
    },
  }
}

it('asks for a message again only where it is certain that nobody has it, and for no dead code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { processes, asks, store, wait, deliver } = createWorld()
      const expiresAt = new Map<string, number>()
      const newestOf = new Map<string, string>()
      const dead = new Set<string>()

      for (const it of steps) {
        const [process] = processes
        if (it.kind === 'wait') wait(it.ms)
        if (it.kind === 'deliver') {
          const before = asks.length
          await deliver(it.by, it.answers)
          expect(asks.slice(before).filter(({ message }) => dead.has(message.messageId))).toEqual(
            [],
          )
        }
        if (it.kind === 'post' || (it.kind === 'resend' && newestOf.size === 0)) {
          const { messageId, challengeId, expiresAt: end } = await process!.post()
          expiresAt.set(messageId, end)
          newestOf.set(challengeId ?? '', messageId)
        } else if (it.kind === 'resend') {
          const [challengeId = '', old = ''] = [...newestOf].at(-1) ?? []
          wait(60_000) // no resend comes earlier
          const newer = await process!.renew(challengeId)
          dead.add(old)
          expiresAt.set(newer.messageId, newer.expiresAt)
          newestOf.set(challengeId, newer.messageId)
        }
      }

      for (const [messageId, end] of expiresAt) {
        const all = asks.filter(({ message }) => message.messageId === messageId)
        expect(all.slice(0, -1).every(({ answer }) => answer === 'unreached')).toBe(true)
        expect(all.every(({ at }) => at < end)).toBe(true)
      }
      wait(1_000_000)
      await deliver(0, [])
      expect(await store.sms.countWaiting(0)).toBe(0)
    }),
    runs,
  )
})
