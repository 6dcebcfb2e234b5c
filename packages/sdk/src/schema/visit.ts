import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { idSchema } from './text.js'

/** The eight characters of a venue's address, `https://<portal>/v/<code>`. */
export const venueCodeSchema = z.string().check(z.regex(/^[0-9A-Za-z]{8}$/))

/** Coming or going. */
export const visitDirections = ['in', 'out'] as const
export type VisitDirection = (typeof visitDirections)[number]

/** Who held the scanner: the visitor before a poster, or the venue before a visitor's code. */
export const visitScanners = ['visitor', 'staff'] as const

/** Who visits, as the scanned or chosen code says it. */
export const visitSubjectSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('pass'), passId: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
  /** The whole text: the server checks both signatures. */
  z.object({ by: z.literal('my-qr'), text: z.string().check(z.regex(/^[1-9]\d{0,999}$/)) }),
  z.object({ by: z.literal('cccd'), number: z.string().check(z.regex(/^\d{12}$/)) }),
  /** 15 characters on old cards, 10 digits on new ones. */
  z.object({
    by: z.literal('bhyt'),
    number: z.string().check(z.regex(/^(?:[A-Z]{2}\d{13}|\d{10})$/)),
  }),
])
export type VisitSubject = z.infer<typeof visitSubjectSchema>

/** One scan at a venue's door. Sending it twice is one visit: `visitId` tells. */
export const visitSchema = z.object({
  /** Made by the device, UUIDv7. */
  visitId: idSchema,
  venueCode: venueCodeSchema,
  direction: z.enum(visitDirections),
  scannedBy: z.enum(visitScanners),
  subject: visitSubjectSchema,
  /** What the device's clock said; kept as it is, right or wrong. */
  at: instantSchema,
  /** Server time minus device time, where the device had learnt it from an answer. */
  clockOffsetMs: z.optional(z.int()),
})
export type Visit = z.infer<typeof visitSchema>

/** A visit older than this is neither sent nor taken, and as long a server remembers its id. */
export const visitLifetimeMs = 14 * 86_400_000

/** The most visits in one batch. */
export const maxVisitsPerBatch = 50

/** Visits sent together. */
export const visitBatchSchema = z.object({
  /** The device's clock at this try: with the moment of arrival it shows how wrong the clock is. */
  sentAt: instantSchema,
  /** Of one person in the order they happened. */
  visits: z.array(visitSchema).check(z.minLength(1), z.maxLength(maxVisitsPerBatch)),
})
export type VisitBatch = z.infer<typeof visitBatchSchema>

/** What became of a batch. */
export const visitReceiptSchema = z.object({
  receivedAt: instantSchema,
  /** One for each visit of the batch. */
  results: z.array(
    z.object({
      visitId: idSchema,
      /** Why it will never be taken; absent when it is kept, now or since an earlier try. */
      refusedWith: z.optional(z.string()),
    }),
  ),
})
export type VisitReceipt = z.infer<typeof visitReceiptSchema>

export const recordVisitsEndpoint = endpoint({
  id: 'recordVisits',
  summary: 'Keep a batch of visits; one that was kept before is not kept twice',
  method: 'POST',
  path: '/visits',
  access: 'citizen',
  input: visitBatchSchema,
  output: visitReceiptSchema,
})
