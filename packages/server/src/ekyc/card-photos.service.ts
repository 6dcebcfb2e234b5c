import { KbytError } from '@kbyt/sdk'
import {
  type CardPhotosRequest,
  type KeptCardPhotos,
  toMobileE164,
  toPlainText,
  type VerificationPhotos,
  verificationPhotosSchema,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { CitizenCall, OfficerCall } from '../call.js'
import { createUuid } from '../identifiers.js'
import { checkLimit, dayMs } from '../limits/check-limit.js'
import { checkRole } from '../localities/check-role.js'
import type { Outside } from '../outside.js'

/** Whoever needs more in a day is copying a register. */
const looksPerDay = 30
/** Longer, and a key they are sealed with could not be given up. */
const mostDays = 90

/** Owns: the photos a verification rests on, where the portal keeps them. Does not own: what they prove. */
export interface CardPhotosService {
  /** Sealed, for as many days as configured; not at all by default. */
  keep(photos: VerificationPhotos, call: CitizenCall): Promise<void>
  /** For the holder's own export. */
  export(call: CitizenCall): Promise<KeptCardPhotos | undefined>
  /** @throws {KbytError} `forbidden`, `not_found`, `rate_limited`, `audit_unavailable`. */
  find(request: CardPhotosRequest, call: OfficerCall): Promise<KeptCardPhotos>
}

export interface CardPhotosServiceOptions {
  readonly outside: Outside
  readonly audit: AuditService
  /** None are kept where it is 0. */
  readonly keptDays: number
}

export function createCardPhotosService(options: CardPhotosServiceOptions): CardPhotosService {
  const { outside, audit, keptDays } = options
  if (keptDays > mostDays) throw new TypeError(`cardPhotoDays must be ${mostDays} at most`)
  const { store, vault, clock, randomBytes } = outside

  async function open(phoneIndex: string): Promise<KeptCardPhotos | undefined> {
    const row = await store.cardPhotos.find(phoneIndex, clock.now())
    if (!row) return undefined
    return {
      ...verificationPhotosSchema.parse(await vault.open(row.photosId, row.sealed)),
      takenAt: new Date(row.takenAt).toISOString(),
      keptUntil: new Date(row.keptUntil).toISOString(),
    }
  }

  return {
    async keep(photos, { citizen: { phoneIndex } }) {
      const account = keptDays > 0 ? await store.accounts.findAccount(phoneIndex) : undefined
      if (!account) return
      const takenAt = clock.now()
      const photosId = createUuid(takenAt, randomBytes)
      const sealed = await vault.seal(photosId, photos)
      const keptUntil = Math.min(takenAt + keptDays * dayMs, account.keptUntil)
      await store.cardPhotos.save({ phoneIndex, photosId, takenAt, keptUntil, sealed }, account)
    },

    export: ({ citizen }) => open(citizen.phoneIndex),

    async find({ phone, grounds }, { officer }) {
      checkRole(officer, ['administrator'])
      const nowMs = clock.now()
      const looks = await store.limits.hit(`card-photos:${officer.officerId}`, dayMs, nowMs)
      checkLimit(looks, looksPerDay, 'rate_limited', nowMs)
      const phoneIndex = await vault.index('phone', toMobileE164(phone) ?? phone)
      const photos = await open(phoneIndex)
      await audit.append({
        officerId: officer.officerId,
        action: 'card-photos look',
        reason: null,
        post: officer.defaultPost,
        subjectIndex: phoneIndex,
        outcome: photos ? 'shown' : 'none',
        details: { grounds: toPlainText(grounds) },
      })
      if (!photos) throw new KbytError('not_found')
      return photos
    },
  }
}
