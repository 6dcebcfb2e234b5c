import { describe, expect, it } from 'vitest'
import {
  newKey,
  otherKey,
  partnerKey,
  partnerOrigin,
  phone,
  send,
  setup,
  type TestBackend,
} from '../backend.setup.js'

const minute = 60_000

interface SentFrom {
  readonly address?: string
  readonly key?: string
}

async function request(backend: TestBackend, to = phone, { address = '', key }: SentFrom = {}) {
  return send(
    backend,
    'POST',
    '/v1/otp/challenges',
    { phone: to, purpose: 'declare' },
    { 'idempotency-key': key ?? newKey(), ...(address && { 'test-address': address }) },
  )
}

async function challenge(backend: TestBackend, to = phone, from: SentFrom = {}) {
  const { json } = await request(backend, to, from)
  return { challengeId: String(json.challengeId), code: await backend.readCode() }
}

function verify(backend: TestBackend, challengeId: string, code: unknown, address = '192.0.2.1') {
  const path = `/v1/otp/challenges/${challengeId}/verify`
  return send(backend, 'POST', path, { code }, { 'test-address': address })
}

function resend(backend: TestBackend, challengeId: string) {
  return send(backend, 'POST', `/v1/otp/challenges/${challengeId}/resend`)
}

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

  it('67: counts a try whose comparison fails', async () => {
    const backend = await setup()
    const { challengeId } = await challenge(backend)
    await backend.store.otp.countTry(challengeId, 5, backend.clock.at)

    const { json } = await verify(backend, challengeId, 'no')

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

  it('70: gives a token that nobody had before', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)
    const path = `/v1/otp/challenges/${challengeId}/verify`
    const before = `kbyt_cs_${'a'.repeat(43)}`

    const { json } = await send(
      backend,
      'POST',
      path,
      { code },
      { authorization: `Bearer ${before}` },
    )

    expect(json.token).toMatch(/^kbyt_cs_[\w-]{43}$/)
    expect(json.token).not.toBe(before)
  })
})

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

describe('sending', () => {
  it.each([
    '+84 905 123 456',
    '0905123456',
    '84905123456',
    '０９０５１２３４５６',
    '0084905123456',
  ])('57: counts %s as the same phone', async (spelling) => {
    const backend = await setup()
    for (let sends = 0; sends < 5; sends += 1) await request(backend, phone)

    const { json } = await request(backend, spelling)

    expect(json.code).toBe('otp_rate_limited')
  })

  it.each([
    ['57: Arabic digits', '٠٩٠٥١٢٣٤٥٦'],
    ['58: two numbers', '0901000001,0901000002'],
    ['58: a list', ['0901000001']],
    ['58: an object', { phone: '0901000001' }],
    ['59: a landline', '02343822222'],
    ['59: a premium number', '19001234'],
    ['59: a foreign network', '+88216500000'],
    ['59: a short number', '113'],
  ])('%s gets 400 and no SMS', async (_name, sent) => {
    const backend = await setup()

    const { status, json } = await send(
      backend,
      'POST',
      '/v1/otp/challenges',
      { phone: sent, purpose: 'declare' },
      { 'idempotency-key': newKey() },
    )
    await backend.app.deliverMessages()

    expect([status, json.code]).toEqual([400, 'input_invalid'])
    expect(backend.inbox).toEqual([])
  })

  it('sends 5 codes in 10 minutes and 10 a day to one phone', async () => {
    const backend = await setup()
    const codes = []
    for (let sends = 0; sends < 6; sends += 1) codes.push((await request(backend)).json.code)
    backend.clock.at += 10 * minute
    for (let sends = 0; sends < 5; sends += 1) codes.push((await request(backend)).json.code)
    backend.clock.at += 10 * minute
    codes.push((await request(backend)).json.code)

    expect(codes.flatMap((code, index) => (code ? [index] : []))).toEqual([5, 11])
  })

  it('takes 300 requests an hour from one network, whatever the phone', async () => {
    const backend = await setup({ otpRequestsPerNetworkHour: 3 })
    for (const last of '123') await request(backend, `090512345${last}`)

    const fourth = await request(backend, '0905123454')
    const elsewhere = await request(backend, '0905123454', { address: '2001:db8:1::9' })

    expect(fourth.json.code).toBe('otp_rate_limited')
    expect(elsewhere.status).toBe(201)
  })

  it('62: counts anything but the exact digits as one wrong try', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)
    const fullWidth = code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

    const number = await verify(backend, challengeId, 12345)
    const blank = await verify(backend, challengeId, ` ${code}`)
    const wide = await verify(backend, challengeId, fullWidth)

    expect(number.json.code).toBe('input_invalid')
    expect([blank.json.triesLeft, wide.json.triesLeft]).toEqual([4, 3])
  })

  it('64: answers a known and an unknown phone alike', async () => {
    const backend = await setup()
    const { challengeId, code } = await challenge(backend)
    await verify(backend, challengeId, code)

    const known = await request(backend, phone)
    const unknown = await request(backend, '0905123457')

    expect(Object.keys(known.json)).toEqual(Object.keys(unknown.json))
    expect({ ...known.json, challengeId: 0 }).toEqual({ ...unknown.json, challengeId: 0 })
  })

  it('68: sends no second SMS when the gateway times out and the request is repeated', async () => {
    const sent: string[] = []
    const backend = await setup({
      sms: {
        name: 'slow',
        isWebOtpAllowed: false,
        send: async ({ messageId }) => {
          sent.push(messageId)
          throw new Error('timed out')
        },
      },
    })
    const key = newKey()
    const first = await request(backend, phone, { key })
    await backend.app.deliverMessages()

    const second = await request(backend, phone, { key })
    await backend.app.deliverMessages()

    expect(second.json).toEqual(first.json)
    expect(sent).toHaveLength(1)
  })

  it('69: ends the SMS with the line that WebOTP reads, for the host that asked', async () => {
    const backend = await setup()
    const headers = {
      'idempotency-key': newKey(),
      origin: partnerOrigin,
      authorization: `Bearer ${partnerKey}`,
    }
    await send(backend, 'POST', '/v1/otp/challenges', { phone, purpose: 'declare' }, headers)
    const code = await backend.readCode()

    const { text = '' } = backend.inbox[0] ?? {}

    expect(text.split('\n').at(-1)).toBe(`@partner.vn #${code}`)
    expect(text.length).toBeLessThanOrEqual(160)
    expect(text).toMatch(/^[\x20-\x7e\n]+$/)
  })
})
