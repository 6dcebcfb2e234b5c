import { expect, it } from 'vitest'
import { phone, setupMock } from '../client/mock.setup.js'
import { requestOtp } from './request-otp.js'
import { resendOtp } from './resend-otp.js'
import { verifyOtp } from './verify-otp.js'

it('sends a code to the phone, however it is written', async () => {
  const { mock, client } = setupMock()

  const challenge = await requestOtp(client, { phone: '+84 905.123.456' })

  expect(challenge).toMatchObject({ codeLength: 6, triesLeft: 5 })
  expect(mock.inbox.messages().map(({ to }) => to)).toEqual(['+84905123456'])
})

it('sends no SMS for what is no mobile number', async () => {
  const { mock, client } = setupMock()

  const requesting = requestOtp(client, { phone: '0234 3823 456' })

  await expect(requesting).rejects.toMatchObject({
    code: 'input_invalid',
    issues: [{ path: 'phone', code: 'phone_not_mobile' }],
  })
  expect(mock.inbox.messages()).toEqual([])
})

it('keeps the session that the right code opens', async () => {
  const { client, signIn } = setupMock()

  const session = await signIn()

  expect(session.phone).toBe('+84905123456')
  expect(client.session.load()).toEqual(session)
})

it('tells how many tries a wrong code has left, and opens no session', async () => {
  const { mock, client } = setupMock()
  const { challengeId } = await requestOtp(client, { phone })
  const wrong = mock.inbox.lastCode(phone) === '000000' ? '000001' : '000000'

  const verifying = verifyOtp(client, { challengeId, code: wrong })

  await expect(verifying).rejects.toMatchObject({ code: 'otp_code_wrong', triesLeft: 4 })
  expect(client.session.load()).toBeUndefined()
})

// ATTACKS 62: a number has lost its leading zero; nothing is sent and no try is used up
it('refuses a code that is no text', async () => {
  const { client } = setupMock()
  const { challengeId } = await requestOtp(client, { phone })
  const input: { challengeId: string; code: string } = JSON.parse(
    JSON.stringify({ challengeId, code: 12345 }),
  )

  await expect(verifyOtp(client, input)).rejects.toMatchObject({
    code: 'input_invalid',
    issues: [{ path: 'code', code: 'invalid_type' }],
  })
})

it('says how long to wait before another code, and then sends it', async () => {
  const { mock, client } = setupMock()
  const challenge = await requestOtp(client, { phone })

  const tooSoon = resendOtp(client, challenge)
  await expect(tooSoon).rejects.toMatchObject({
    code: 'otp_resend_too_soon',
    retryAfterSeconds: 60,
  })
  mock.clock.advance(60_000)

  expect(await resendOtp(client, challenge)).toMatchObject({ challengeId: challenge.challengeId })
  expect(mock.inbox.messages()).toHaveLength(2)
})

it('sends one SMS when the reply is lost on the way', async () => {
  const { mock, client } = setupMock()
  mock.faults.failNext('requestOtp', 1, 'lost-reply')

  await requestOtp(client, { phone })

  expect(mock.inbox.messages()).toHaveLength(1)
})
