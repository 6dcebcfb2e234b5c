import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type AuditEntry, type OpenedAuditEntry, openAuditEntryEndpoint } from '../schema/audit.js'

/**
 * Opens the sealed details of one row of the audit log, for a reason that is kept there too.
 *
 * @throws {KbytError} `not_found`: no such row; `audit_unavailable`: what cannot be logged is not shown, ask
 * again; `forbidden`: not an administrator.
 * @example
 * const { details } = await openAuditEntry(client, {
 *   chain: 'node-1',
 *   seq: 1_042,
 *   reason: 'Khiếu nại số 12',
 * })
 */
export async function openAuditEntry(
  client: Client,
  { chain, seq, reason }: Pick<AuditEntry, 'chain' | 'seq'> & { readonly reason: string },
  options?: CallOptions,
): Promise<OpenedAuditEntry> {
  return call(client, openAuditEntryEndpoint, { chain, seq, reason }, options)
}
