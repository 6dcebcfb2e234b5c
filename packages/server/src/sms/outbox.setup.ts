import { createMemoryStore, createWebVault } from '../memory.js'
import type { Outside } from '../outside.js'
import { defaultConfig } from '../portal/default-config.js'
import type { LogEvent, MeterLabels, SmsGateway, SmsMessage } from '../ports.js'
import type { Store } from '../store/store.js'
import { createSmsOutbox } from './sms-outbox.js'

export const codeLifeMs = 300_000
const key = new Uint8Array(32).fill(7)

export interface Measure {
  readonly name: string
  readonly labels: MeterLabels
  readonly value: number
}

/** An outbox of its own process, with a clock to move; several may share a store. */
export function setupOutbox(
  answer: SmsGateway['send'] = async () => {},
  store: Store = createMemoryStore(),
  gateway: Partial<SmsGateway> = {},
) {
  const clock = { at: Date.parse('2021-03-03T08:00:00+07:00'), now: () => clock.at }
  const asked: SmsMessage[] = []
  const logged: LogEvent[] = []
  const measures: Measure[] = []
  const keep = (name: string, labels: MeterLabels, value: number) =>
    measures.push({ name, labels, value })
  const outside: Outside = {
    displayName: 'initials',
    store,
    vault: createWebVault(key),
    clock,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    config: defaultConfig,
    log: (event) => logged.push(event),
    meter: {
      count: (name, labels, by = 1) => keep(name, labels, by),
      observe: (name, value, labels) => keep(name, labels, value),
    },
    raiseAlarm: () => {},
    node: 'test',
  }
  const send = async (message: SmsMessage) => {
    asked.push(message)
    await answer(message)
  }
  const outbox = createSmsOutbox(outside, {
    name: 'test',
    isWebOtpAllowed: false,
    ...gateway,
    send,
  })

  /** Saves a message as a call for a code does. */
  async function post(code = '123456', challengeId: string = crypto.randomUUID()) {
    const nowMs = clock.at
    const expiresAt = nowMs + codeLifeMs
    const asked = { challengeId, phone: '+84905123456', code, host: undefined, nowMs, expiresAt }
    const message = await outbox.createMessage(asked)
    const claim = { principal: 'phone', key: message.messageId }
    await store.idempotency.claim(claim, 'body', nowMs, nowMs + 1, nowMs + 2)
    const challenge = {
      challengeId,
      phoneIndex: 'phone',
      networkIndex: 'network',
      purpose: 'declare',
      origin: null,
      publishableKey: null,
      sealed: 'k1.eA',
      codeMac: 'mac',
      codeLength: 6,
      tries: 0,
      sends: 1,
      createdAt: nowMs,
      expiresAt,
      resendAt: nowMs,
      usedAt: null,
    }
    const answered = { ...claim, status: 201, sealed: 'k1.eA' }
    await store.otp.saveChallenge(challenge, message, answered)
    return message
  }

  /** Saves a newer code in place of the challenge's last, as a call for a resend does. */
  async function renew(challengeId: string, code = '654321') {
    const nowMs = clock.at
    const expiresAt = nowMs + codeLifeMs
    const asked = { challengeId, phone: '+84905123456', code, host: undefined, nowMs, expiresAt }
    const message = await outbox.createMessage(asked)
    const { sends = 0 } = (await store.otp.findChallenge(challengeId)) ?? {}
    const replaced = { codeMac: 'mac', codeLength: 6, expiresAt, resendAt: nowMs }
    await store.otp.replaceCode(challengeId, sends, replaced, message)
    return message
  }

  const outcomes = () =>
    measures
      .filter(({ name }) => name === 'kbyt_sms_deliveries_total')
      .map(({ labels }) => labels.outcome)

  return { store, clock, asked, logged, measures, outcomes, outbox, post, renew }
}
