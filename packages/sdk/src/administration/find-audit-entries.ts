import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type AuditPage, type AuditQuery, findAuditEntriesEndpoint } from '../schema/audit.js'

/**
 * Reads the audit log, newest first: ids and codes, nobody's name. For administrators, and itself in
 * the log.
 *
 * @throws {KbytError} `audit_unavailable`: what cannot be logged is not shown, ask again; `forbidden`: not an
 * administrator.
 * @example
 * const { entries } = await findAuditEntries(client, { action: 'inspect', from: '2021-03-03T00:00:00+07:00' })
 */
export async function findAuditEntries(
  client: Client,
  query: AuditQuery,
  options?: CallOptions,
): Promise<AuditPage> {
  return call(client, findAuditEntriesEndpoint, query, options)
}
