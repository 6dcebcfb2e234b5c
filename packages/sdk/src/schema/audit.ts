import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { idSchema, lineSchema } from './text.js'

/** The number of a row in its chain, from 1. */
const seqSchema = z.int().check(z.minimum(1))

/** A row of the audit log: ids and codes, nobody's name. */
export const auditEntrySchema = z.object({
  /** That of the process that wrote it. */
  chain: z.string(),
  seq: seqSchema,
  at: instantSchema,
  /** Absent where the machine's own command did it. */
  officerId: z.optional(z.string()),
  action: z.string(),
  reason: z.optional(z.string()),
  post: z.optional(z.string()),
  outcome: z.string(),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** Which rows to read. */
export const auditQuerySchema = z.object({
  ...pageShape,
  officerId: z.optional(idSchema),
  /** The whole action or its first words, such as `inspect` or `officer disable`. */
  action: z.optional(z.string().check(z.regex(/^[a-z0-9-]+(?: [a-z0-9-]+)*$/), z.maxLength(100))),
  from: z.optional(instantSchema),
  /** The instant after the last. */
  to: z.optional(instantSchema),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>

/** A page of the audit log. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
})
export type AuditPage = z.infer<typeof auditPageSchema>

export const findAuditEntriesEndpoint = endpoint({
  id: 'findAuditEntries',
  summary: 'Read the audit log, newest first; for administrators, and itself audited',
  method: 'GET',
  path: '/audit',
  access: 'officer',
  input: auditQuerySchema,
  output: auditPageSchema,
  errors: ['audit_unavailable'],
})

/** The sealed details of a row, opened. */
export const openedAuditEntrySchema = z.object({
  entry: auditEntrySchema,
  details: z.record(z.string(), z.unknown()),
})
export type OpenedAuditEntry = z.infer<typeof openedAuditEntrySchema>

export const openAuditEntryEndpoint = endpoint({
  id: 'openAuditEntry',
  summary: 'Open the sealed details of one row, for a reason that is kept',
  method: 'POST',
  path: '/audit/openings',
  access: 'officer',
  input: z.object({ chain: lineSchema(100), seq: seqSchema, reason: lineSchema(200) }),
  output: openedAuditEntrySchema,
  status: 201,
  errors: ['not_found', 'audit_unavailable'],
})
