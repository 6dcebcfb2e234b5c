import { KbytError } from '@kbyt/sdk'
import { type QrTrust, verifyMyQr } from '@kbyt/sdk/qr'
import type { VisitSubject } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import { createPersonId } from '../identifiers.js'
import type { Outside } from '../outside.js'
import { keptMs } from '../store/retention.js'
import type { BlindIndex, PassHolder } from '../store/store.js'
import type { VisitContent } from './visit-content.js'

/** Who visited. */
export interface Subject {
  readonly personId: string
  /** Whose pass or account it is; null for a card. */
  readonly phoneIndex: BlindIndex | null
  readonly content: VisitContent
}

/** Whose account a grant of a my QR belongs to; undefined once it counts no more. */
export type FindGrantHolder = (
  grantId: string,
) => Promise<{ readonly personId: string; readonly phoneIndex: BlindIndex } | undefined>

/** A scanned code, when it was scanned, and the passes known of. */
interface Scanned {
  readonly subject: VisitSubject
  readonly happenedAt: number
  readonly passes: ReadonlyMap<string, PassHolder>
}

/** @throws {KbytError} a `qr_…` code: the scanned code stands for nobody, or stood for nobody then. */
export type FindSubject = (scanned: Scanned) => Promise<Subject>

const sealedPassSchema = z.object({ displayName: z.string() })

export function createFindSubject(
  { store, vault, clock, randomBytes }: Outside,
  trust: QrTrust,
  findGrantHolder: FindGrantHolder,
): FindSubject {
  async function findByPass(pass: PassHolder | undefined, happenedAt: number): Promise<Subject> {
    if (!pass) throw new KbytError('qr_foreign')
    const { passId, personId, phoneIndex, validUntil, withdrawnAt, sealed } = pass
    // a venue without a network let in who stood then
    if (withdrawnAt !== null && withdrawnAt <= happenedAt) throw new KbytError('qr_revoked')
    if (validUntil <= happenedAt) throw new KbytError('qr_expired')
    const { displayName } = sealedPassSchema.parse(await vault.open(passId, sealed))
    return { personId, phoneIndex, content: { subjectKind: 'pass', displayName } }
  }

  async function findByMyQr(text: string, happenedAt: number): Promise<Subject> {
    const { grantId, displayName } = await verifyMyQr(text, { trust, now: happenedAt })
    const holder = await findGrantHolder(grantId)
    if (!holder) throw new KbytError('qr_revoked')
    return { ...holder, content: { subjectKind: 'my-qr', displayName } }
  }

  /** Somebody who never declared gets an id here, and keeps it when they do. */
  async function findByCard(by: 'cccd' | 'bhyt', cardNumber: string): Promise<Subject> {
    const type = by === 'cccd' ? 'cccd' : 'bhxh'
    // an insurance number of 15 ends in the social insurance number, which newer cards bear alone
    const number = by === 'cccd' ? cardNumber : cardNumber.slice(-10)
    const index = await toDocumentIndex(vault, type, number)
    const personId = await store.declarations.resolvePerson(
      { by: 'document', index },
      createPersonId(randomBytes),
      clock.now() + keptMs.visits,
    )
    return { personId, phoneIndex: null, content: { subjectKind: by, cardNumber: number } }
  }

  return async ({ subject, happenedAt, passes }) => {
    switch (subject.by) {
      case 'pass':
        return findByPass(passes.get(subject.passId), happenedAt)
      case 'my-qr':
        return findByMyQr(subject.text, happenedAt)
      case 'cccd':
      case 'bhyt':
        return findByCard(subject.by, subject.number)
    }
  }
}
