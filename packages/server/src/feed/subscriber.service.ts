import { KbytError } from '@kbyt/sdk'
import {
  type DeadLetterPage,
  defaultPageLimit,
  type FindDeadLettersInput,
  type NewSubscriber,
  type Subscriber,
  type SubscriberWithSecrets,
  toPlainText,
} from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { createToken, createUuid, digest } from '../identifiers.js'
import { requireAdministrator } from '../officer/require-administrator.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { SubscriberRow } from '../store/store.js'
import { isWebhookAllowed } from './is-webhook-allowed.js'
import { numberEvents } from './number-events.js'
import { deliveryLifeMs } from './plan-deliveries.js'
import { openSubscriber, type SubscriberContent, sealSubscriber } from './subscriber-content.js'
import { toDeadLetter } from './to-dead-letter.js'

const maxSubscribers = 100
const placeSchema = z.object({ position: z.number() })

/** Owns: who reads the feed, and with which key. The administrator alone decides. */
export interface SubscriberService {
  /** @throws {KbytError} `forbidden`, `input_invalid` for an address no webhook may go to, `audit_unavailable`. */
  add(subscriber: NewSubscriber, call: OfficerCall): Promise<SubscriberWithSecrets>
  find(call: OfficerCall): Promise<{ subscribers: Subscriber[] }>
  /** @throws {KbytError} `not_found` also for one that was disabled before. */
  disable(subscriberId: string, call: OfficerCall): Promise<void>
  /** @throws {KbytError} `not_found`. */
  findDeadLetters(input: FindDeadLettersInput, call: OfficerCall): Promise<DeadLetterPage>
  /** @throws {KbytError} `not_found`. */
  resendDeadLetters(subscriberId: string, call: OfficerCall): Promise<{ resent: number }>
  /** Whose key it is, unless it is unknown or the subscriber was disabled. */
  findByKey(key: string): Promise<SubscriberRow | undefined>
}

export interface SubscriberServiceOptions {
  readonly outside: Outside
  readonly audit: AuditService
  /** Hosts of private networks that webhooks may go to. */
  readonly privateHosts: readonly string[]
}

export function createSubscriberService(options: SubscriberServiceOptions): SubscriberService {
  const { outside, audit, privateHosts } = options
  const { store, vault, clock, randomBytes } = outside

  async function record(action: string, subscriberId: string, officerId: string, details = {}) {
    await audit.append({
      officerId,
      action,
      reason: null,
      post: null,
      outcome: 'ordered',
      subjectIndex: await vault.index('subject', subscriberId),
      details: { subscriberId, ...details },
    })
  }

  async function toSubscriber(row: SubscriberRow): Promise<Subscriber> {
    const { secret: _secret, ...registration } = await openSubscriber(vault, row)
    const { subscriberId, createdAt, disabledAt } = row
    return {
      subscriberId,
      ...registration,
      createdAt: new Date(createdAt).toISOString(),
      ...(disabledAt !== null && { disabledAt: new Date(disabledAt).toISOString() }),
      deliveries: await store.feed.countDeliveries(subscriberId),
    }
  }

  async function check({ url }: NewSubscriber): Promise<void> {
    if (url !== undefined && !isWebhookAllowed(url, privateHosts)) {
      throw invalid('url', 'invalid_value')
    }
    const live = (await store.feed.findSubscribers()).filter(({ disabledAt }) => !disabledAt)
    if (live.length >= maxSubscribers) throw invalid('name', 'too_many')
  }

  async function toRow(content: SubscriberContent, key: string, officerId: string) {
    const createdAt = clock.now()
    const subscriberId = createUuid(createdAt, randomBytes)
    await numberEvents(store)
    // nothing of the time before it was let in
    const position = await store.feed.findLastPosition()
    return {
      subscriberId,
      keyHash: await digest(key),
      createdAt,
      createdBy: officerId,
      disabledAt: null,
      fromPosition: position,
      plannedPosition: position,
      sealed: await sealSubscriber(vault, subscriberId, content),
    }
  }

  async function get(subscriberId: string): Promise<SubscriberRow> {
    const row = await store.feed.findSubscriber(subscriberId)
    if (!row) throw new KbytError('not_found')
    return row
  }

  return {
    async add(sent, { officer }) {
      requireAdministrator(officer)
      await check(sent)
      const [key, secret] = [createToken('fk', randomBytes), createToken('wh', randomBytes)]
      const { events, fields } = sent
      const content = {
        ...sent,
        name: toPlainText(sent.name),
        legalBasis: toPlainText(sent.legalBasis),
        events: [...new Set(events)],
        fields: [...new Set(fields)],
      }
      const row = await toRow({ ...content, secret }, key, officer.officerId)
      await record('subscriber add', row.subscriberId, officer.officerId, content)
      await store.feed.addSubscriber(row)
      return { ...(await toSubscriber(row)), key, secret }
    },

    async find({ officer }) {
      requireAdministrator(officer)
      const rows = await store.feed.findSubscribers()
      return { subscribers: await Promise.all(rows.map(toSubscriber)) }
    },

    async disable(subscriberId, { officer }) {
      requireAdministrator(officer)
      await get(subscriberId)
      await record('subscriber disable', subscriberId, officer.officerId)
      const isDone = await store.feed.disableSubscriber(subscriberId, clock.now())
      if (!isDone) throw new KbytError('not_found')
    },

    async findDeadLetters({ subscriberId, cursor, limit = defaultPageLimit }, { officer }) {
      requireAdministrator(officer)
      await get(subscriberId)
      const list = `dead letters ${subscriberId}`
      const place = await openCursor(vault, list, placeSchema, cursor)
      const after = place?.position ?? 0
      const found = await store.feed.findDeadDeliveries(subscriberId, after, limit + 1)
      const page = found.slice(0, limit)
      const deadLetters = page.map(toDeadLetter)
      const last = found.length > limit ? page.at(-1) : undefined
      if (!last) return { deadLetters }
      return { deadLetters, nextCursor: await sealCursor(vault, list, { position: last.position }) }
    },

    async resendDeadLetters(subscriberId, { officer }) {
      requireAdministrator(officer)
      const { disabledAt } = await get(subscriberId)
      if (disabledAt !== null) throw new KbytError('not_found')
      await record('subscriber resend', subscriberId, officer.officerId)
      const nowMs = clock.now()
      const until = nowMs + deliveryLifeMs
      return { resent: await store.feed.reviveDeliveries(subscriberId, nowMs, until) }
    },

    findByKey: async (key) => store.feed.findSubscriberByKey(await digest(key)),
  }
}

const invalid = (path: string, code: string) =>
  new KbytError('input_invalid', { issues: [{ path, code }] })
