import { createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { makeSmsMessage, toOutcome } from '../../sms/gateways/message.setup.js'
import { createSmppGateway } from './create-smpp-gateway.js'
import { startSmppCatcher, status } from './smpp-catcher.setup.js'

function createGateway(port: number, timeoutMs = 10_000, isTls = false) {
  const gateway = createSmppGateway({
    gateway: 'smpp',
    isWebOtpAllowed: false,
    timeoutMs,
    host: '127.0.0.1',
    port,
    isTls,
    systemId: 'kbyt',
    password: 'hush',
    systemType: 'otp',
    sender: 'KBYT.HUE',
  })
  onTestFinished(() => gateway.close?.())
  return gateway
}

const send = (gateway: ReturnType<typeof createGateway>, text?: string) =>
  toOutcome(gateway.send(makeSmsMessage(text === undefined ? {} : { text })))

it('binds once and submits each message once', async () => {
  const { port, binds, submitted } = await startSmppCatcher()
  const gateway = createGateway(port)

  const outcomes = await Promise.all([send(gateway), send(gateway), send(gateway)])

  expect(outcomes).toEqual(['sent', 'sent', 'sent'])
  expect(binds).toHaveLength(1)
  expect(binds[0]).toMatchObject({ system_id: 'kbyt', password: 'hush', system_type: 'otp' })
  expect(submitted).toHaveLength(3)
  expect(submitted[0]).toMatchObject({
    source_addr: 'KBYT.HUE',
    source_addr_ton: 5,
    source_addr_npi: 0,
    destination_addr: '84905123456',
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    data_coding: 0,
    short_message: { message: makeSmsMessage().text },
  })
})

it('spells every sign of the alphabet so that the phone shows it', async () => {
  const { port, submitted } = await startSmppCatcher()
  const text = 'Ma 123456\n\n@kbyt.example #123456 _-[]{}~|^€'

  const outcome = await send(createGateway(port), text)

  expect(outcome).toBe('sent')
  expect(submitted[0]?.short_message?.message).toBe(text)
})

it.each([
  ['161 signs', 'x'.repeat(161)],
  ['81 signs that count twice', '€'.repeat(81)],
  ['Vietnamese signs', 'Mã xác thực'],
])('submits no text that is more than one SMS: %s', async (_name, text) => {
  const { port, submitted } = await startSmppCatcher()

  const outcome = await send(createGateway(port), text)

  expect(outcome).toBe('rejected text_not_one_sms')
  expect(submitted).toEqual([])
})

it.each([
  ['throttles', status.throttled, 'unsent status_88'],
  ['has a full queue', status.queueFull, 'unsent status_20'],
  ['refuses', status.fail, 'rejected status_69'],
])('knows what it means when the centre %s', async (_what, answer, outcome) => {
  const { port } = await startSmppCatcher({ submit: () => answer })

  expect(await send(createGateway(port))).toBe(outcome)
})

it('knows that nobody has the message when nobody listens', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((closed) => server.close(closed))

  expect(await send(createGateway(port))).toBe('unsent ECONNREFUSED')
})

it('says nothing in clear to a centre that speaks no TLS', async () => {
  const { port, binds } = await startSmppCatcher()

  expect(await send(createGateway(port, 5_000, true))).toMatch(/^unsent /)
  expect(binds).toEqual([])
})

it('submits nothing before it is let in, and does not hammer', async () => {
  const { port, binds, submitted } = await startSmppCatcher({ bind: () => status.invalidPassword })
  const gateway = createGateway(port)

  const outcomes = [await send(gateway), await send(gateway)]

  expect(outcomes).toEqual(['unsent bind_14', 'unsent bind_14'])
  expect(binds).toHaveLength(1)
  expect(submitted).toEqual([])
})

it('waits no longer than told for a bind', async () => {
  const { port } = await startSmppCatcher({ bind: () => undefined })

  expect(await send(createGateway(port, 200))).toBe('unsent timed_out')
})

it('does not know what became of a message when the centre is silent', async () => {
  const { port, submitted } = await startSmppCatcher({ submit: () => undefined })

  const outcome = await send(createGateway(port, 1_500))

  expect(outcome).toBe('unknown timed_out')
  expect(submitted).toHaveLength(1)
})

it('does not know what became of messages when the connection breaks, and connects again', async () => {
  const { port, binds, submitted } = await startSmppCatcher({
    submit: (_submit, session) => {
      if (submitted.length > 1) return status.ok
      session.destroy()
      return undefined
    },
  })
  const gateway = createGateway(port)

  const lost = await send(gateway)
  const next = await send(gateway)

  expect(lost).toMatch(/^unknown connection_/)
  expect(next).toBe('sent')
  expect([binds.length, submitted.length]).toEqual([2, 2])
})

it('ends a connection that sends nonsense', async () => {
  const { port } = await startSmppCatcher({
    submit: (_submit, session) => {
      session.socket.write(Buffer.from('ffffffff00000000', 'hex'))
      return undefined
    },
  })

  expect(await send(createGateway(port))).toBe('unknown connection_broken')
})

it('answers the centre’s own questions, and survives those it has no answer for', async () => {
  const { port, sessions, answers } = await startSmppCatcher()
  const gateway = createGateway(port)
  await send(gateway)
  const [session] = sessions

  session?.socket.write(Buffer.from('00000010000000150000000000000007', 'hex')) // enquire_link
  session?.socket.write(Buffer.from('000000100000009900000000000000ff', 'hex')) // no command
  session?.socket.write(Buffer.from('00000010000001020000000000000008', 'hex')) // alert_notification
  await vi.waitFor(() => expect(answers).toHaveLength(2))

  expect(answers.map(({ command }) => command)).toEqual(['enquire_link_resp', 'generic_nack'])
  expect(await send(gateway)).toBe('sent')
})

it('says goodbye', async () => {
  const { port, sessions } = await startSmppCatcher()
  const gateway = createGateway(port)
  await send(gateway)

  await gateway.close?.()

  await vi.waitFor(() => expect(sessions.size).toBe(0))
})
