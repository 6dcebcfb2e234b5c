import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { idSchema, openWordSchema } from './text.js'

/** The eight characters of a venue's address, `https://<portal>/v/<code>`. */
export const venueCodeSchema = z.string().check(z.regex(/^[0-9A-Za-z]{8}$/))

/** Coming or going. */
export const visitDirections = ['in', 'out'] as const
export type VisitDirection = (typeof visitDirections)[number]

/** Who held the scanner: the visitor before a poster, or the venue before a visitor's code. */
export const visitScanners = ['visitor', 'staff'] as const

/** By what a visitor is known: a pass, a my QR, or a card whose number stands for them. */
export const visitSubjectKinds = ['pass', 'my-qr', 'cccd', 'bhyt'] as const
export type VisitSubjectKind = (typeof visitSubjectKinds)[number]

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

/** A century: a clock that starts at 1970 is within it. */
const maxOffsetMs = 100 * 365 * 86_400_000

/** One scan at a venue's door. Sending it twice is one visit: `visitId` tells. */
export const visitSchema = z.object({
  /** Made by the device, UUIDv7. */
  visitId: idSchema,
  venueCode: venueCodeSchema,
  direction: z.enum(visitDirections),
  scannedBy: z.enum(visitScanners),
  subject: visitSubjectSchema,
  /** The scanned poster's, as `verifyVenueQr` says it; absent where no poster was scanned. */
  posterRevision: z.optional(z.int().check(z.minimum(0))),
  /** What the device's clock said; kept as it is, right or wrong. */
  at: instantSchema,
  /** Server time minus device time, where the device had learnt it from an answer. */
  clockOffsetMs: z.optional(z.int().check(z.minimum(-maxOffsetMs), z.maximum(maxOffsetMs))),
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
      /** The venue has a newer poster than the scanned one: tell those who work there. */
      newestRevision: z.optional(z.int()),
    }),
  ),
})
export type VisitReceipt = z.infer<typeof visitReceiptSchema>

export const recordVisitsEndpoint = endpoint({
  id: 'recordVisits',
  summary: 'Keep a batch of visits; one that was kept before is not kept twice',
  method: 'POST',
  path: '/visits',
  access: ['citizen', 'device', 'officer'],
  input: visitBatchSchema,
  output: visitReceiptSchema,
  maxBytes: 131_072,
  errors: ['audit_unavailable'],
})

/** A person's time at a venue, as the server counts it. */
export const ownPresenceSchema = z.object({
  /** As the scanned code says it. */
  displayName: z.optional(z.string()),
  venueCode: venueCodeSchema,
  /** Absent for a venue that is no more. */
  venueName: z.optional(z.string()),
  /** Absent when only going out was scanned. */
  cameInAt: z.optional(instantSchema),
  lastSeenAt: instantSchema,
  /** Absent while the person is inside. */
  wentOutAt: z.optional(instantSchema),
  /** What ended it: a scan, the venue's limit since the last scan, or midnight. */
  endedBy: z.optional(openWordSchema(['scan', 'limit', 'midnight'])),
  isClockSuspect: z.boolean(),
})
export type OwnPresence = z.infer<typeof ownPresenceSchema>

/** A page of presences. */
export const ownVisitPageSchema = z.object({
  presences: z.array(ownPresenceSchema),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
})
export type OwnVisitPage = z.infer<typeof ownVisitPageSchema>

export const findOwnVisitsEndpoint = endpoint({
  id: 'findOwnVisits',
  summary:
    'Where people with passes of the proven phone were, newest first; a page holds whole days',
  method: 'GET',
  path: '/visits',
  access: 'citizen',
  input: z.object(pageShape),
  output: ownVisitPageSchema,
})
