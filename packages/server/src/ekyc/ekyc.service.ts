import { isKbytError, KbytError } from '@kbyt/sdk'
import {
  type Account,
  type CardPhoto,
  type CardReading,
  foldName,
  toDocumentNumber,
  type Verification,
  type VerificationPhotos,
} from '@kbyt/sdk/schema'
import { decode } from 'jose/base64url'
import type { AccountService } from '../account/account.service.js'
import type { CitizenCall } from '../call.js'
import { checkLimit, hourMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { EkycPhotos, EkycProvider, EkycReading } from '../ports.js'
import type { CardPhotosService } from './card-photos.service.js'

const photosPerHour = 10
const waitMs = 20_000

/** Owns: what the photo of an ID card fills in and proves. Does not own: how it is read, nor whether photos are kept. */
export interface EkycService {
  /** @throws {KbytError} `card_unreadable`, `ekyc_unavailable`, `rate_limited`. */
  readCard(photo: CardPhoto, call: CitizenCall): Promise<CardReading>
  /** @throws {KbytError} `account_not_found`, `card_unreadable`, `ekyc_unavailable`, `rate_limited`. */
  verify(photos: VerificationPhotos, call: CitizenCall): Promise<Verification>
}

export interface EkycServiceOptions {
  readonly outside: Outside
  readonly accounts: AccountService
  readonly provider: EkycProvider | undefined
  /** Asked to keep what an account was verified by. */
  readonly keepPhotos: CardPhotosService['keep']
}

export function createEkycService(options: EkycServiceOptions): EkycService {
  const { outside, accounts, provider, keepPhotos } = options
  const { store, clock, log } = outside

  async function read(photos: EkycPhotos, { citizen }: CitizenCall): Promise<EkycReading> {
    if (!provider) throw new KbytError('ekyc_unavailable')
    const nowMs = clock.now()
    const asked = await store.limits.hit(`ekyc:${citizen.phoneIndex}`, hourMs, nowMs)
    checkLimit(asked, photosPerHour, 'rate_limited', nowMs)
    try {
      return await provider.read(photos, { signal: AbortSignal.timeout(waitMs) })
    } catch (cause) {
      if (isKbytError(cause)) throw cause
      log({ level: 'warn', event: 'ekyc_failed', provider: provider.name })
      throw new KbytError('ekyc_unavailable', { cause })
    }
  }

  return {
    async readCard({ card }, call) {
      const { document } = await read({ card: toBytes(card) }, call)
      if (!document) throw new KbytError('card_unreadable')
      return document
    },

    async verify(sent, call) {
      const { card, selfie } = sent
      const account = await accounts.get(call)
      const photos = {
        card: toBytes(card),
        ...(selfie !== undefined && { selfie: toBytes(selfie) }),
      }
      const { document, face } = await read(photos, call)
      const differing = document ? listDifferences(account, document) : []
      const agrees = document !== undefined && differing.length === 0
      const isProven = agrees && face !== 'no-match'
      const judged = isProven ? await accounts.markVerified(account.person, call) : account
      if (isProven && judged.verification === 'verified') await keepPhotos(sent, call)
      return {
        account: judged,
        document: document ? (agrees ? 'agrees' : 'differs') : 'unreadable',
        face,
        differing,
      }
    },
  }
}

/** @throws {KbytError} `card_unreadable`: no base64 is that long. */
function toBytes(base64: string): Uint8Array {
  try {
    return decode(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
  } catch (cause) {
    throw new KbytError('card_unreadable', { cause })
  }
}

/** What the card did not yield says nothing; its number it must. */
function listDifferences({ person }: Account, card: CardReading): string[] {
  const { identityDocument, fullName, bornOn, gender } = person
  return [
    ...(toDocumentNumber(card.idNumber) === toDocumentNumber(identityDocument.number)
      ? []
      : ['identityDocument.number']),
    ...(isOtherName(card, fullName) ? ['fullName'] : []),
    ...(isOtherBirth(card.bornOn, bornOn) ? ['bornOn'] : []),
    ...(card.gender !== undefined && card.gender !== gender ? ['gender'] : []),
  ]
}

/** A zone has room for 30 signs: a name that fills them may go on. */
const zoneRoom = 28

function isOtherName({ fullName, latinName }: CardReading, typed: string): boolean {
  if (fullName !== undefined) return foldName(fullName) !== foldName(typed)
  if (latinName === undefined) return false
  const [read, held] = [foldName(latinName), foldName(typed)]
  return latinName.length < zoneRoom ? read !== held : !held.startsWith(read)
}

/** Either may be a year alone. */
function isOtherBirth(card: string | undefined, typed: string): boolean {
  if (card === undefined) return false
  const length = Math.min(card.length, typed.length)
  return card.slice(0, length) !== typed.slice(0, length)
}
