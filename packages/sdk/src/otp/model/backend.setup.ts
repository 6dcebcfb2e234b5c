import { setup } from '../../../../server/src/backend.setup.js'
import { createNodeVault } from '../../../../server/src/crypto/node-vault.js'
import { toNetwork } from '../../../../server/src/http/to-network.js'
import { takeTurn } from '../../../../server/src/limits/take-turn.js'
import { createMemoryStore } from '../../../../server/src/memory.js'
import { toSendLimits } from '../../../../server/src/otp/otp-limits.js'
import type { Clock, SmsGateway, SmsMessage } from '../../../../server/src/ports.js'
import type { Store } from '../../../../server/src/store/store.js'
import type { Moment } from './rules.setup.js'

const day = 86_400_000
const secret = new Uint8Array(32).fill(7)
// The servers' own: WebCrypto would spend most of a history's time in its threads.
const vault = createNodeVault({
  indexKey: secret,
  otpKey: secret,
  encryptionKeys: [{ id: 'k1', secret }],
})

/** What the backend is made of; a planted bug replaces a part. */
export interface Parts {
  readonly store: Store
  readonly sms: SmsGateway
  readonly clock: Clock
}
export type Plant = (parts: Parts) => Parts

/** Time that passes, and a clock on the wall that is set right or wrong. */
export class FakeClock implements Clock {
  #start = Date.parse('2021-03-03T08:00:00+07:00')
  #elapsed = 0
  #error = 0
  #furthest = 0

  now = () => this.#start + this.#elapsed + this.#error
  monotonic = () => this.#elapsed

  /** The time that a server may count by, which never runs back. */
  get moment(): Moment {
    return { now: this.#start + this.#elapsed + this.#furthest, wall: this.now() }
  }

  pass(ms: number): void {
    this.#elapsed += ms
  }

  jump(ms: number): void {
    this.#error += ms
    this.#furthest = Math.max(this.#furthest, this.#error)
  }

  /** Days later; the clock is right. */
  begin(): void {
    this.#start += this.#furthest
    this.#elapsed += 3 * day
    this.#error = 0
    this.#furthest = 0
  }
}

/** The real backend on a memory store. One serves many histories: to make it costs most. */
export async function openBackend(plant: Plant = (parts) => parts) {
  const clock = new FakeClock()
  const inbox: SmsMessage[] = []
  const parts = plant({
    store: createMemoryStore(),
    sms: {
      name: 'inbox',
      isWebOtpAllowed: false,
      send: async (message) => {
        inbox.push(message)
      },
    },
    clock,
  })
  const { app } = await setup({ ...parts, vault })

  /** As if somebody had asked for codes, or guessed them, before and elsewhere. */
  async function hit(key: string, windowMs: number, times: number): Promise<void> {
    await parts.store.limits.hit(key, windowMs, clock.moment.now, times)
  }

  return {
    app,
    clock,
    inbox,
    async countSends(phone: string, times: number) {
      const index = await vault.index('phone', phone)
      for (const limit of toSendLimits(index)) {
        for (let sends = 0; sends < times; sends += 1) {
          await takeTurn(parts.store.limits, limit, clock.moment.now)
        }
      }
    },
    async countWrong(phone: string, network: string, times: number) {
      const index = await vault.index('phone', phone)
      const networkIndex = await vault.index('network', toNetwork(network))
      await hit(`otp:wrong:${index}:${networkIndex}`, day, times)
      await hit(`otp:wrong:${index}`, day, times)
    },
  }
}

export type Backend = Awaited<ReturnType<typeof openBackend>>
