import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { importSmpp } from './import-smpp.js'
import type { SmppPdu, SmppSession } from './smpp-library.js'

export const status = { ok: 0, queueFull: 0x14, invalidPassword: 0x0e, throttled: 0x58, fail: 0x45 }

/** How the message centre answers; undefined is silence. */
interface Manners {
  bind?: (bind: SmppPdu) => number | undefined
  submit?: (submit: SmppPdu, session: SmppSession) => number | undefined
}

/** A message centre on this machine that keeps what is submitted and answers as it is told. */
export async function startSmppCatcher({ bind, submit }: Manners = {}) {
  const library = await importSmpp()
  const binds: SmppPdu[] = []
  const submitted: SmppPdu[] = []
  const answers: SmppPdu[] = []
  const sessions = new Set<SmppSession>()
  const server = library.createServer({}, (session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
    session.on('error', () => session.destroy())
    session.on('pdu', (pdu) => {
      const answer = (command_status: number | undefined) => {
        if (command_status !== undefined) session.send(pdu.response({ command_status }))
      }
      if (pdu.isResponse()) answers.push(pdu)
      else if (pdu.command === 'bind_transmitter') {
        binds.push(pdu)
        answer(bind ? bind(pdu) : status.ok)
      } else if (pdu.command === 'submit_sm') {
        submitted.push(pdu)
        answer(submit ? submit(pdu, session) : status.ok)
      } else answer(status.ok)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const session of sessions) session.destroy()
    await new Promise((closed) => server.close(closed))
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, binds, submitted, answers, sessions }
}
