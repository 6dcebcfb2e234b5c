import * as z from 'zod/mini'
import {
  districtCodeSchema,
  placesVersionSchema,
  provinceCodeSchema,
  wardCodeSchema,
} from './address.js'
import { calendarDateSchema, instantSchema } from './calendar-date.js'
import { withCode } from './issue.js'
import { contactPhoneSchema } from './phone.js'
import { lineSchema, openWordSchema, slugSchema } from './text.js'

/** Somebody from elsewhere, or a resident coming back (dispatch 391, I.2.b). */
export const travellerKinds = ['visitor', 'returner'] as const
/** What somebody comes for (dispatch 391, I.2.b). */
export const purposes = ['duty', 'business', 'study', 'work', 'home-visit', 'other'] as const
/** How somebody comes; a number is asked of all but `other`. */
export const vehicles = ['plane', 'train', 'coach', 'boat', 'car', 'motorbike', 'other'] as const

const placeShape = {
  placesVersion: placesVersionSchema,
  provinceCode: provinceCodeSchema,
  districtCode: z.optional(districtCodeSchema),
  wardCode: z.optional(wardCodeSchema),
  hamlet: z.optional(lineSchema(100)),
  /** Chosen from the ward's list; else it is free text (Nơi khác) and may be any hamlet of the ward. */
  isHamletListed: z.optional(z.boolean()),
  /** Which of the policy's points of the ward were visited; empty is none of them. */
  points: z.optional(z.array(slugSchema).check(z.maxLength(40))),
}

/** A place down to the hamlet, or to a point that the policy names. */
export const journeyPlaceSchema = z.object(placeShape)
export type JourneyPlace = z.infer<typeof journeyPlaceSchema>

/** A place with the first and the last day there, in Việt Nam; as it is a stay for the policy. */
export const journeyStaySchema = z
  .object({ ...placeShape, from: calendarDateSchema, to: calendarDateSchema })
  .check(z.refine(({ from, to }) => from <= to, { ...withCode('date_order'), path: ['to'] }))
export type JourneyStay = z.infer<typeof journeyStaySchema>

/**
 * What an entry declaration adds to a domestic one. It holds for all its people: who comes another way
 * or stayed elsewhere declares apart.
 */
export const journeySchema = z.object({
  travellerKind: z.enum(travellerKinds),
  /** Of a returner. */
  leftProvinceOn: z.optional(calendarDateSchema),
  /** The organisation that sent the people on duty. */
  sentBy: z.optional(lineSchema(200)),
  origin: journeyPlaceSchema,
  /** Where the people stayed or were in the look-back window, but for other countries: see `recentPlaces`. */
  stays: z.array(journeyStaySchema).check(z.maxLength(20)),
  purpose: z.enum(purposes),
  vehicle: z.enum(vehicles),
  /** Plate, flight or train number; may be absent for `other`. */
  vehicleNumber: z.optional(lineSchema(40)),
  seat: z.optional(lineSchema(40)),
  departureAt: instantSchema,
  /** As expected. */
  arrivalAt: instantSchema,
  /** A code of `config.posts`: the gate or checkpoint on the way in. */
  post: z.optional(slugSchema),
  destination: journeyPlaceSchema,
  destinationAddress: lineSchema(200),
  hostName: z.optional(lineSchema(100)),
  hostPhone: z.optional(contactPhoneSchema),
  stayUntil: z.optional(calendarDateSchema),
})
export type Journey = z.infer<typeof journeySchema>

const filedPlaceShape = {
  placesVersion: z.string(),
  provinceCode: z.string(),
  districtCode: z.optional(z.string()),
  wardCode: z.optional(z.string()),
  hamlet: z.optional(z.string()),
  isHamletListed: z.optional(z.boolean()),
  points: z.optional(z.array(z.string())),
}

/** A journey as it was filed: the words may be newer than this version, the rules too (decision 0008). */
export const filedJourneySchema = z.object({
  travellerKind: openWordSchema(travellerKinds),
  leftProvinceOn: z.optional(calendarDateSchema),
  sentBy: z.optional(z.string()),
  origin: z.object(filedPlaceShape),
  stays: z.array(
    z.object({ ...filedPlaceShape, from: calendarDateSchema, to: calendarDateSchema }),
  ),
  purpose: openWordSchema(purposes),
  vehicle: openWordSchema(vehicles),
  vehicleNumber: z.optional(z.string()),
  seat: z.optional(z.string()),
  departureAt: instantSchema,
  arrivalAt: instantSchema,
  post: z.optional(z.string()),
  destination: z.object(filedPlaceShape),
  destinationAddress: z.string(),
  hostName: z.optional(z.string()),
  /** E.164. */
  hostPhone: z.optional(z.string()),
  stayUntil: z.optional(calendarDateSchema),
})
export type FiledJourney = z.infer<typeof filedJourneySchema>
