import { KbytError } from '@kbyt/sdk'
import type { LedgerVisit } from '@kbyt/sdk/check-in'
import { type Visit, visitLifetimeMs } from '@kbyt/sdk/schema'
import type { VisitRow } from '../store/store.js'
import type { Vault } from '../vault.js'
import { openVenue } from '../venue/open-venue.js'
import type { Door } from './find-door.js'
import type { FindSubject, Subject } from './find-subject.js'
import { type Sender, toSenderId } from './to-sender.js'

/** A visit as it arrived: sent, set right by the clocks, and before which door. */
interface ArrivedVisit {
  readonly visit: Visit
  readonly ledger: LedgerVisit
  readonly receivedAt: number
  readonly sender: Sender
  readonly door: Door
}

/**
 * Decides whether a visit is kept, and how.
 *
 * @throws {KbytError} `not_found` (no such venue), `forbidden` (not the sender's to send),
 * `visit_expired`, `poster_revoked`, or a `qr_…` code for the visitor's: it will never be taken.
 */
export type JudgeVisit = (arrived: ArrivedVisit) => Promise<VisitRow>

export function createJudgeVisit(vault: Vault, findSubject: FindSubject): JudgeVisit {
  return async (arrived) => {
    const { visit, ledger, receivedAt, door } = arrived
    // nothing happens after it was told of: a clock ahead is taken for the moment of arrival
    const happenedAt = Math.min(Date.parse(ledger.happenedAt), receivedAt)
    if (!door.venues.has(visit.venueCode)) throw new KbytError('not_found')
    if (!mayScan(arrived)) throw new KbytError('forbidden')
    if (happenedAt < receivedAt - visitLifetimeMs) throw new KbytError('visit_expired')
    await checkPoster(vault, arrived, happenedAt)
    const subject = await findSubject({
      subject: visit.subject,
      happenedAt: toScanTime(arrived),
      passes: door.passes,
    })
    if (!isOwn(arrived, subject)) throw new KbytError('forbidden')
    const { visitId, venueCode, direction, scannedBy } = visit
    const { personId, phoneIndex, content } = subject
    return {
      venueCode,
      visitId,
      personId,
      phoneIndex,
      direction,
      scannedBy,
      happenedAt,
      deviceAt: Date.parse(visit.at),
      clockOffsetMs: ledger.clockOffsetMs,
      isClockSuspect: ledger.isClockSuspect,
      receivedAt,
      recordedBy: toRecorder(arrived),
      sealed: await vault.seal(visitId, content),
    }
  }
}

/** A code drawn to the minute is held against the device's clock as exactly as it is known. */
function toScanTime({ visit, ledger, receivedAt }: ArrivedVisit): number {
  return Math.min(Date.parse(visit.at) + ledger.clockOffsetMs, receivedAt)
}

/** Of a phone no trace: who works at the venue has an id there, and a visitor's visit is their own. */
function toRecorder({ visit: { venueCode, scannedBy }, sender, door }: ArrivedVisit): string {
  if (sender.by !== 'phone') return toSenderId(sender)
  return scannedBy === 'visitor' ? 'visitor' : (door.ownVenues.get(venueCode) ?? '')
}

/** Visitors scan for themselves; for a venue scan its own staff, machines and inspector. */
function mayScan({ visit: { venueCode, scannedBy }, sender, door }: ArrivedVisit): boolean {
  if (scannedBy === 'visitor') return sender.by === 'phone'
  switch (sender.by) {
    case 'phone':
      return door.ownVenues.has(venueCode)
    case 'device':
    case 'officer':
      return sender.venueCode === venueCode
  }
}

/** A visitor names a pass or an account of their own phone: a card's number proves nothing. */
function isOwn({ visit, sender }: ArrivedVisit, { phoneIndex }: Subject): boolean {
  return visit.scannedBy === 'staff' || (sender.by === 'phone' && sender.phoneIndex === phoneIndex)
}

/** @throws {KbytError} `poster_revoked`: the poster was scanned after it had been revoked. */
async function checkPoster(
  vault: Vault,
  { visit: { venueCode, posterRevision }, door }: ArrivedVisit,
  happenedAt: number,
): Promise<void> {
  const row = door.venues.get(venueCode)
  if (!row || posterRevision === undefined || posterRevision >= row.revision) return
  const { posters } = await openVenue(vault, row)
  const revokedAt = posters.find(({ revision }) => revision === posterRevision)?.revokedAt
  if (revokedAt !== undefined && revokedAt <= happenedAt) throw new KbytError('poster_revoked')
}
