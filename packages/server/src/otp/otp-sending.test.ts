import { describe, expect, it } from 'vitest'
import { newKey, partnerKey, partnerOrigin, phone, send, setup } from '../backend.setup.js'
import { challenge, minute, request, verify } from './otp-calls.setup.js'

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

  it('gives back after a day only what was sent a day ago', async () => {
    const backend = await setup()
    await request(backend)
    backend.clock.at += 23 * 60 * minute
    for (let sends = 0; sends < 4; sends += 1) await request(backend)
    backend.clock.at += 30 * minute
    for (let sends = 0; sends < 5; sends += 1) await request(backend)
    backend.clock.at += 30 * minute

    const codes = [(await request(backend)).json.code, (await request(backend)).json.code]

    expect(codes).toEqual([undefined, 'otp_rate_limited'])
  })

  it('counts the codes of any ten minutes, not of ten on the clock', async () => {
    const backend = await setup()
    await request(backend)
    backend.clock.at += 9 * minute
    for (let sends = 0; sends < 4; sends += 1) await request(backend)
    backend.clock.at += minute

    const [sixth, seventh] = [await request(backend), await request(backend)]

    expect([sixth.status, seventh.json.code]).toEqual([201, 'otp_rate_limited'])
    expect(seventh.headers.get('retry-after')).toBe(String(9 * 60))
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
    for (const seconds of [0, 15, 60]) {
      backend.clock.at += seconds * 1_000
      await backend.app.deliverMessages()
    }

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
