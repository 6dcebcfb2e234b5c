import { describe, expect, it } from 'vitest'
import { setup } from '../backend.setup.js'
import { createMemoryStore } from '../memory.js'
import { challenge, minute, request, resend, verify } from './otp-calls.setup.js'

describe('time', () => {
  it('55: takes a code one millisecond before its end and not after', async () => {
    const backend = await setup()
    const early = await challenge(backend)
    const late = await challenge(backend, '0905123457')

    backend.clock.at += 5 * minute - 1
    const taken = await verify(backend, early.challengeId, early.code)
    backend.clock.at += 2
    const expired = await verify(backend, late.challengeId, late.code)

    expect(taken.status).toBe(201)
    expect(expired).toMatchObject({ status: 410, json: { code: 'otp_expired' } })
  })

  it('56: resends after 60 s, not after 59, and the old code is dead', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)

    backend.clock.at += 59_000
    const soon = await resend(backend, challengeId)
    backend.clock.at += 1_000
    const sent = await resend(backend, challengeId)
    const newCode = await backend.readCode()
    const old = await verify(backend, challengeId, code)

    expect(soon).toMatchObject({ status: 429, json: { code: 'otp_resend_too_soon' } })
    expect(soon.headers.get('retry-after')).toBe('1')
    expect(sent.status).toBe(200)
    expect(old.json.code).toBe('otp_code_wrong')
    expect((await verify(backend, challengeId, newCode)).status).toBe(201)
  })

  it('opens no session for a code that is replaced while it is compared', async () => {
    const store = createMemoryStore()
    const backend = await setup({
      store: {
        ...store,
        otp: {
          ...store.otp,
          async useChallenge(id, ...rest) {
            if (backend.inbox.length === 1) await resend(backend, id)
            return store.otp.useChallenge(id, ...rest)
          },
        },
      },
    })
    const { challengeId, code } = await challenge(backend)
    backend.clock.at += minute

    const old = await verify(backend, challengeId, code)
    const fresh = await verify(backend, challengeId, await backend.readCode())

    expect(old.json).toMatchObject({ code: 'otp_code_wrong', triesLeft: 4 })
    expect(fresh.status).toBe(201)
  })

  it('waits 60, 120 and 240 s between the codes of a challenge', async () => {
    const backend = await setup()
    const { json } = await request(backend)
    const waits = [Date.parse(String(json.resendAt)) - backend.clock.at]
    for (let round = 0; round < 3; round += 1) {
      backend.clock.at += waits.at(-1) ?? 0
      const again = await resend(backend, String(json.challengeId))
      waits.push(Date.parse(String(again.json.resendAt)) - backend.clock.at)
    }

    expect(waits).toEqual([60_000, 120_000, 240_000, 240_000])
  })

  it('66: lets no code live longer when the clock steps back', async () => {
    const clock = { at: Date.parse('2021-03-03T08:00:00Z'), up: 0 }
    const backend = await setup({
      clock: { now: () => clock.at, monotonic: () => clock.up },
    })
    const { challengeId, code } = await challenge(backend)

    clock.at -= 10 * minute
    clock.up += 5 * minute + 1
    const { json } = await verify(backend, challengeId, code)

    expect(json.code).toBe('otp_expired')
  })
})
