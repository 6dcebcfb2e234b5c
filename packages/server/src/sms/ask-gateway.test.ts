import { expect, it } from 'vitest'
import { askGateway } from './ask-gateway.js'
import { makeSmsMessage } from './gateways/message.setup.js'
import { SmsFailure } from './sms-failure.js'

const ask = (send: () => Promise<void>) =>
  askGateway({ name: 'test', isWebOtpAllowed: false, send }, makeSmsMessage(), 20)

it('waits no longer than told, and knows nothing then', async () => {
  const answer = await ask(() => new Promise(() => {}))

  expect(answer).toEqual({ outcome: 'unknown', reason: 'timed_out' })
})

it('takes a gateway at its word that nothing was sent, but only in time', async () => {
  const inTime = await ask(async () => {
    throw new SmsFailure('unsent', 'ECONNREFUSED')
  })
  const late = await ask(async () => {
    await new Promise((resolve) => setTimeout(resolve, 40))
    throw new SmsFailure('unsent', 'ECONNREFUSED')
  })

  expect(inTime).toEqual({ outcome: 'unsent', reason: 'ECONNREFUSED' })
  expect(late).toEqual({ outcome: 'unknown', reason: 'timed_out' })
})

it('keeps out of its reason what may be a phone, a code or a sentence', () => {
  const { reason } = new SmsFailure(
    'rejected',
    'to 84905123456: Mã 123456 không hợp lệ\n'.repeat(9),
  )

  expect(reason).toMatch(/^[\w.=#-]{1,60}$/)
  expect(reason).not.toContain('905123456')
})
