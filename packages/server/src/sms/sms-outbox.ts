import * as z from 'zod/mini'
import { describeFailure } from '../describe-failure.js'
import { createUuid } from '../identifiers.js'
import { toSmsText } from '../otp/to-sms-text.js'
import type { Outside } from '../outside.js'
import type { SmsGateway } from '../ports.js'
import type { MessageRow } from '../store/store.js'
import { askGateway, type SmsAnswer } from './ask-gateway.js'
import { createDeliveryPump } from './delivery-pump.js'
import { createSmsMeter } from './sms-meter.js'

/** How long a gateway may take; what became of its message is unknown then. */
const gatewayTimeoutMs = 15_000
/** When a message is offered again that the gateway certainly does not have. */
const retryAfterMs = 10_000
/** How many messages one process hands over at a time. */
const maxUnderWay = 32

const sealedMessageSchema = z.object({
  to: z.string(),
  text: z.string(),
  params: z.record(z.string(), z.string()),
})

interface CodeMessage {
  readonly challengeId: string
  readonly phone: string
  readonly code: string
  /** Host of the page that asked. */
  readonly host: string | undefined
  readonly nowMs: number
  readonly expiresAt: number
}

/**
 * Owns: messages between the moment they are saved with their challenge and their hand-over, at most
 * once each (docs/decisions/0012). Does not own: when it runs; a host ticks it for what a dead
 * process left waiting.
 */
export interface SmsOutbox {
  createMessage(message: CodeMessage): Promise<MessageRow>
  /** Delivers in the background. */
  startDelivery(): void
  /** Delivers all that waits, awaits what is under way, closes what is too late; how many were sent meanwhile. */
  deliver(): Promise<number>
  /** Takes no more messages and awaits what is under way; what waits is another process's, or the next start's. */
  close(): Promise<void>
}

export function createSmsOutbox(outside: Outside, gateway: SmsGateway): SmsOutbox {
  const { store, vault, clock, randomBytes, log } = outside
  const meter = createSmsMeter(outside.meter, gateway.name)
  let sent = 0

  async function ask({ messageId, template, sealed }: MessageRow): Promise<SmsAnswer> {
    try {
      const message = sealedMessageSchema.parse(await vault.open(messageId, sealed))
      return await askGateway(gateway, { messageId, template, ...message }, gatewayTimeoutMs)
    } catch {
      return { outcome: 'rejected', reason: 'unreadable' }
    }
  }

  async function record({ messageId }: MessageRow, { outcome }: SmsAnswer): Promise<void> {
    const nowMs = clock.now()
    if (outcome === 'unsent') return store.sms.postponeMessage(messageId, nowMs + retryAfterMs)
    // unknown is as final as sent: never a second time for one code (ATTACKS 68)
    return store.sms.finishMessage(messageId, outcome, nowMs)
  }

  async function carry(message: MessageRow): Promise<void> {
    const { messageId } = message
    const startedAt = clock.now()
    const answer = await ask(message)
    const endedAt = clock.now()
    if (answer.outcome === 'sent') sent += 1
    else log({ level: 'error', event: 'sms_failed', messageId, gateway: gateway.name, ...answer })
    // where this fails it stays `sending`, and nobody offers it again
    await record(message, answer).catch((error: unknown) => {
      const { outcome } = answer
      log({
        level: 'error',
        event: 'sms_unrecorded',
        messageId,
        outcome,
        ...describeFailure(error),
      })
    })
    meter.measure(message, answer.outcome, startedAt, endedAt)
  }

  const logFailure = (error: unknown) =>
    log({ level: 'error', event: 'sms_delivery_failed', ...describeFailure(error) })
  const pump = createDeliveryPump({
    maxUnderWay,
    claim: (limit) => store.sms.claimMessages(clock.now(), limit),
    carry: (message) => carry(message).catch(logFailure),
  })

  async function closeLate(): Promise<void> {
    const nowMs = clock.now()
    for (const closed of await store.sms.closeMessages(nowMs, nowMs - gatewayTimeoutMs)) {
      const { messageId, template, outcome } = closed
      meter.count(template, outcome)
      log({ level: 'error', event: 'sms_failed', messageId, gateway: gateway.name, outcome })
    }
  }

  return {
    async createMessage({ challengeId, phone, code, host, nowMs, expiresAt }) {
      const messageId = createUuid(nowMs, randomBytes)
      const text = toSmsText(code, gateway.isWebOtpAllowed ? host : undefined, gateway.wording)
      const sealed = await vault.seal(messageId, { to: phone, text, params: { code } })
      return { messageId, challengeId, template: 'otp', sealed, createdAt: nowMs, expiresAt }
    },

    startDelivery() {
      pump.run().catch(logFailure)
    },

    async deliver() {
      const before = sent
      await pump.run()
      await pump.settle()
      await closeLate()
      return sent - before
    },

    close: () => pump.stop(),
  }
}
