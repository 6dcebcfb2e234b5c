import { KbytError } from '../errors.js'
import { isUint } from './field-guards.js'
import type { EntryFacts } from './pass-facts.js'

type StayFacts = EntryFacts['stays'][number]

const maxStays = 4
/** Whole days before the declaration: one byte of CBOR each. */
const maxDaysBefore = 23
const firstYear = 2020

const toWardCode = (ward: number) => String(ward).padStart(5, '0')
const isWard = isUint(99_999)
const isDay = isUint(maxDaysBefore)

/** The last three fields of an entry pass. A places version is months since January 2020. */
export function encodeEntryFacts({ placesVersion, destinationWard, stays }: EntryFacts): unknown[] {
  const [year, month] = placesVersion.split('-').map(Number)
  return [
    ((year ?? 0) - firstYear) * 12 + (month ?? 0) - 1,
    Number(destinationWard),
    stays.map((stay) => [Number(stay.wardCode), stay.firstDaysBefore, stay.lastDaysBefore]),
  ]
}

/** @throws {KbytError} `qr_malformed`: the fields have another shape. */
export function decodeEntryFacts(fields: readonly unknown[]): EntryFacts {
  const [months, ward, stays] = fields
  const isShaped =
    fields.length === 3 && isUint(255)(months) && isWard(ward) && Array.isArray(stays)
  if (!isShaped || stays.length > maxStays) throw new KbytError('qr_malformed')
  const month = String((months % 12) + 1).padStart(2, '0')
  return {
    placesVersion: `${firstYear + Math.floor(months / 12)}-${month}`,
    destinationWard: toWardCode(ward),
    stays: stays.map(decodeStay),
  }
}

function decodeStay(stay: unknown): StayFacts {
  if (!Array.isArray(stay) || stay.length !== 3) throw new KbytError('qr_malformed')
  const [ward, first, last]: unknown[] = stay
  if (!(isWard(ward) && isDay(first) && isDay(last)) || last > first)
    throw new KbytError('qr_malformed')
  return { wardCode: toWardCode(ward), firstDaysBefore: first, lastDaysBefore: last }
}
