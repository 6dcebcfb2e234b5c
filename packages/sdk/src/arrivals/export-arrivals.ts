import type * as z from 'zod/mini'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type DownloadedFile, download } from '../client/download.js'
import { exportArrivalsEndpoint } from '../schema/arrival.js'

/** Which arrivals, as what, and why the data leave the system. */
export type ExportArrivalsInput = z.infer<typeof exportArrivalsEndpoint.input>

/**
 * Downloads the list as a file: CSV for a spreadsheet, NDJSON for a program, or a FHIR R4 Bundle of
 * QuestionnaireResponses for a health system.
 *
 * @throws {KbytError} `export_too_large`: more than 10,000 people match, narrow the days or the area;
 * `input_invalid`: a reason the portal does not know; `rate_limited`: 20 exports an hour;
 * `audit_unavailable`: no log, no export.
 * @example
 * const file = await exportArrivals(client, { format: 'csv', reason: 'health-follow-up' })
 * const blob = await new Response(file.body).blob()
 */
export async function exportArrivals(
  client: Client,
  input: ExportArrivalsInput,
  options?: CallOptions,
): Promise<DownloadedFile> {
  return download(client, exportArrivalsEndpoint, input, options)
}
