import { describe, expect, it } from 'vitest'
import {
  newKey,
  otherKey,
  partnerKey,
  partnerOrigin,
  phone,
  send,
  setup,
} from '../backend.setup.js'
import { createWebVault } from '../memory.js'
import type { Vault } from '../vault.js'
import { challenge, minute, request, verify } from './otp-calls.setup.js'

const wrong = (code: string) =>
  String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0')

describe('guessing', () => {
  it('49: lets one of 30 parallel right codes in', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)

    const answers = await Promise.all(
      Array.from({ length: 30 }, () => verify(backend, challengeId, code)),
    )

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('50: evaluates at most 5 of 60 parallel wrong codes, and then no right one', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)

    const answers = await Promise.all(
      Array.from({ length: 60 }, () => verify(backend, challengeId, wrong(code))),
    )
    const late = await verify(backend, challengeId, code)

    expect(answers.filter(({ json }) => json.code === 'otp_code_wrong')).toHaveLength(5)
    expect(late.json.code).toBe('otp_tries_exhausted')
  })

  it('says how many tries are left', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)

    const left = []
    for (let guess = 0; guess < 5; guess += 1) {
      left.push((await verify(backend, challengeId, wrong(code))).json.triesLeft)
    }

    expect(left).toEqual([4, 3, 2, 1, 0])
  })

  it('51: keeps the day budget over new challenges, 20 per phone and network', async () => {
    const backend = await setup()
    for (let round = 0; round < 4; round += 1) {
      const { challengeId, code } = await challenge(backend)
      for (let guess = 0; guess < 5; guess += 1) {
        await verify(backend, challengeId, wrong(code))
      }
      backend.clock.at += 11 * minute
    }

    const here = await request(backend)
    const elsewhere = await request(backend, phone, { address: '198.51.100.7' })

    expect(here.json.code).toBe('otp_blocked')
    expect(Number(here.headers.get('retry-after'))).toBeGreaterThan(3600)
    expect(elsewhere.status).toBe(201)
  })

  it('65: lets the victim finish while an attacker burns the phone’s wrong guesses', async () => {
    const backend = await setup()
    const victim = await challenge(backend, phone, { address: '198.51.100.7' })
    for (let round = 0; round < 4; round += 1) {
      const attacker = await challenge(backend, phone, { address: `203.0.113.${round}` })
      for (let guess = 0; guess < 5; guess += 1) {
        await verify(backend, attacker.challengeId, 'x', `203.0.113.${round}`)
      }
    }

    const answer = await verify(backend, victim.challengeId, victim.code, '198.51.100.7')

    expect(answer.status).toBe(201)
  })

  it('67: counts a try that the server did not live to compare', async () => {
    const vault = createWebVault(new Uint8Array(32).fill(7))
    let isDying = false
    const macCode: Vault['macCode'] = async (challengeId, code) => {
      if (isDying) throw new Error('the process died')
      return vault.macCode(challengeId, code)
    }
    const backend = await setup({ isStrict: false, vault: { ...vault, macCode } })
    const { challengeId, code } = await challenge(backend)

    isDying = true
    const died = await verify(backend, challengeId, wrong(code))
    isDying = false
    const { json } = await verify(backend, challengeId, wrong(code))

    expect(died.status).toBe(500)
    expect(json.triesLeft).toBe(3)
  })

  it('sends 8 digits and raises an alarm on a day of mass guessing', async () => {
    const backend = await setup()
    await backend.store.limits.hit('otp:wrong:all', 86_400_000, backend.clock.at, 10_000)
    const { challengeId, code } = await challenge(backend)
    await verify(backend, challengeId, wrong(code))

    const { json } = await request(backend, '0905123457')
    const longer = await backend.readCode()

    expect(json.codeLength).toBe(8)
    expect(longer).toMatch(/^\d{8}$/)
    expect(backend.alarms).toEqual([{ code: 'otp_guessing' }])
  })
})

describe('what a code is bound to', () => {
  it('52: refuses the code of one challenge at another', async () => {
    const backend = await setup()
    const first = await challenge(backend)
    const second = await challenge(backend, '0905123457')

    const { json } = await verify(backend, second.challengeId, first.code)

    expect(first.code).not.toBe(second.code)
    expect(json.code).toBe('otp_code_wrong')
  })

  it('53: takes the phone from the challenge, not from the body', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)

    const { json } = await send(backend, 'POST', `/v1/otp/challenges/${challengeId}/verify`, {
      code,
      phone: '+84905999999',
      challengeId: 'another',
    })

    expect(json.phone).toBe(phone)
  })

  it('54: refuses a code that was used', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)
    await verify(backend, challengeId, code)

    const { json } = await verify(backend, challengeId, code)

    expect(json.code).toBe('otp_used')
  })

  it('refuses a challenge that another publishable key asked for', async () => {
    const backend = await setup()
    const key = { authorization: `Bearer ${partnerKey}`, origin: partnerOrigin }
    const body = { phone, purpose: 'declare' }
    const headers = { ...key, 'idempotency-key': newKey() }
    const { json } = await send(backend, 'POST', '/v1/otp/challenges', body, headers)
    const path = `/v1/otp/challenges/${json.challengeId}/verify`
    const code = await backend.readCode()

    const foreign = await send(
      backend,
      'POST',
      path,
      { code },
      { authorization: `Bearer ${otherKey}` },
    )
    const own = await send(backend, 'POST', path, { code }, key)

    expect(foreign.json.code).toBe('otp_code_wrong')
    expect(own.status).toBe(201)
  })

  it('70: gives a token that nobody had before, whatever was sent along', async () => {
    const backend = await setup()
    const planted = `kbyt_cs_${'a'.repeat(43)}`
    const tokens = [planted]

    for (const to of [phone, phone, '+84905123457']) {
      const { challengeId, code } = await challenge(backend, to)
      const path = `/v1/otp/challenges/${challengeId}/verify`
      const headers = { authorization: `Bearer ${tokens.at(-1)}` }
      tokens.push(String((await send(backend, 'POST', path, { code }, headers)).json.token))
    }
    const fixed = await send(backend, 'GET', '/v1/declarations', undefined, {
      authorization: `Bearer ${planted}`,
    })

    expect(tokens.slice(1).every((token) => /^kbyt_cs_[\w-]{43}$/.test(token))).toBe(true)
    expect(new Set(tokens).size).toBe(4)
    expect(fixed.json.code).toBe('session_expired')
  })
})
