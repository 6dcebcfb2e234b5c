import * as z from 'zod/mini'
import { createUuid } from '../identifiers.js'
import { toSmsText } from '../otp/to-sms-text.js'
import type { Outside } from '../outside.js'
import type { SmsGateway } from '../ports.js'
import type { MessageRow } from '../store/store.js'

/** How long a gateway may take; its message counts as failed then and is not sent a second time. */
const gatewayTimeoutMs = 15_000
const batchSize = 20

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
 * once each. Does not own: when it runs; a host ticks it for what a dead process left waiting.
 */
export interface SmsOutbox {
  createMessage(message: CodeMessage): Promise<MessageRow>
  /** Delivers in the background. */
  startDelivery(): void
  /** Delivers all that waits, and awaits what is under way; the number handed over by this call. */
  deliver(): Promise<number>
  /** Awaits what is under way. */
  settle(): Promise<void>
}

export function createSmsOutbox(outside: Outside, gateway: SmsGateway): SmsOutbox {
  const { store, vault, clock, randomBytes, log } = outside
  const underWay = new Set<Promise<number>>()

  async function send({ messageId, template, sealed }: MessageRow): Promise<boolean> {
    try {
      const message = sealedMessageSchema.parse(await vault.open(messageId, sealed))
      await withTimeout(gateway.send({ messageId, template, ...message }), gatewayTimeoutMs)
      await store.sms.finishMessage(messageId, 'sent', clock.now())
      return true
    } catch {
      // a timeout may have sent it after all: never a second time for one code (ATTACKS 68)
      await store.sms.finishMessage(messageId, 'failed', clock.now())
      log({ level: 'error', event: 'sms_failed', messageId, gateway: gateway.name })
      return false
    }
  }

  async function deliverWaiting(): Promise<number> {
    let sent = 0
    for (;;) {
      const messages = await store.sms.claimMessages(clock.now(), batchSize)
      if (messages.length === 0) return sent
      const results = await Promise.all(messages.map(send))
      sent += results.filter(Boolean).length
    }
  }

  function track(): Promise<number> {
    const run = deliverWaiting().finally(() => underWay.delete(run))
    underWay.add(run)
    return run
  }

  return {
    async createMessage({ challengeId, phone, code, host, nowMs, expiresAt }) {
      const messageId = createUuid(nowMs, randomBytes)
      const text = toSmsText(code, gateway.isWebOtpAllowed ? host : undefined)
      const sealed = await vault.seal(messageId, { to: phone, text, params: { code } })
      return { messageId, challengeId, template: 'otp', sealed, createdAt: nowMs, expiresAt }
    },

    startDelivery() {
      track().catch(() => log({ level: 'error', event: 'sms_delivery_failed' }))
    },

    async deliver() {
      const before = [...underWay]
      const sent = await track()
      await Promise.allSettled(before)
      return sent
    },

    async settle() {
      await Promise.allSettled([...underWay])
    },
  }
}

async function withTimeout(promise: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the gateway timed out')), timeoutMs)
  })
  try {
    await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
