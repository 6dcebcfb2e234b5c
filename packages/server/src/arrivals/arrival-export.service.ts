import { KbytError } from '@kbyt/sdk'
import {
  type ArrivalFormat,
  type ArrivalSearch,
  arrivalFormats,
  type MediaType,
  maxExportedArrivals,
  toCalendarDate,
} from '@kbyt/sdk/schema'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import { Download } from '../http/download.js'
import { checkLimit, hourMs } from '../limits/check-limit.js'
import { checkRole } from '../localities/check-role.js'
import { recordLocalityAction } from '../localities/record-locality-action.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { ArrivalFilter, ArrivalRow } from '../store/store.js'
import { rolesOfArrivals } from './arrival.service.js'
import { type NamedArrival, nameArrival } from './export/name-arrival.js'
import { createNamePlace } from './export/name-place.js'
import { writeCsv } from './export/write-csv.js'
import { writeFhir } from './export/write-fhir.js'
import { writeNdjson } from './export/write-ndjson.js'
import { toArrival } from './to-arrival.js'
import type { ToArrivalFilter } from './to-arrival-filter.js'

const perHour = 20
const pageSize = 200

interface ExportInput extends ArrivalSearch {
  readonly format?: ArrivalFormat | undefined
  readonly reason: string
}

/** Owns: arrivals leaving the system as a file, never more than announced, each export on record with its size and reason. */
export interface ArrivalExportService {
  /** @throws {KbytError} `export_too_large`, `input_invalid` for an unknown reason. */
  export(input: ExportInput, call: OfficerCall): Promise<Download>
}

export interface ArrivalExportServiceOptions {
  readonly outside: Outside
  readonly places: Places
  readonly audit: AuditService
  readonly toFilter: ToArrivalFilter
}

const typeOf = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  fhir: 'application/fhir+json',
} as const satisfies Record<ArrivalFormat, MediaType>

const toFormat = (mediaType: MediaType): ArrivalFormat =>
  arrivalFormats.find((format) => typeOf[format] === mediaType) ?? 'csv'

export function createArrivalExportService(
  options: ArrivalExportServiceOptions,
): ArrivalExportService {
  const { outside, places, audit, toFilter } = options
  const { store, vault, clock, config } = outside

  async function checkAllowed({ officer }: OfficerCall, reason: string): Promise<void> {
    checkRole(officer, rolesOfArrivals)
    if (!config.inspectionReasons.some(({ value }) => value === reason)) {
      throw new KbytError('input_invalid', { issues: [{ path: 'reason', code: 'reason_unknown' }] })
    }
    const nowMs = clock.now()
    const hits = await store.limits.hit(`export:hour:${officer.officerId}`, hourMs, nowMs)
    checkLimit(hits, perHour, 'rate_limited', nowMs)
  }

  /** A page at a time. What is declared meanwhile does not push the file over its limit unseen. */
  async function* read(filter: ArrivalFilter): AsyncGenerator<NamedArrival> {
    const namePlace = createNamePlace(places)
    let after: ArrivalRow | undefined
    let count = 0
    do {
      const page = await store.arrivals.findArrivals(filter, after, pageSize)
      count += page.length
      if (count > maxExportedArrivals) throw new KbytError('export_too_large')
      const arrivals = await Promise.all(page.map((each) => toArrival(vault, each)))
      for (const arrival of arrivals) yield nameArrival(arrival, namePlace)
      after = page.length === pageSize ? page.at(-1)?.row : undefined
    } while (after)
  }

  function write(format: ArrivalFormat, arrivals: AsyncIterable<NamedArrival>) {
    switch (format) {
      case 'csv':
        return writeCsv(arrivals)
      case 'ndjson':
        return writeNdjson(arrivals)
      case 'fhir':
        return writeFhir(arrivals, config, clock.now())
    }
  }

  return {
    async export({ format: asked, reason, ...search }, call) {
      await checkAllowed(call, reason)
      const format = asked ?? toFormat(call.mediaType)
      const filter = await toFilter(search, call.officer)
      const count = await store.arrivals.countArrivals(filter)
      const isTooLarge = count > maxExportedArrivals
      await recordLocalityAction(audit, vault, {
        officer: call.officer,
        action: `export arrivals ${format}`,
        outcome: isTooLarge ? 'export_too_large' : `exported ${count}`,
        reason,
        details: { search, count },
      })
      if (isTooLarge) throw new KbytError('export_too_large')
      const name = `arrivals-${toCalendarDate(clock.now())}.${format === 'fhir' ? 'json' : format}`
      return new Download(typeOf[format], write(format, read(filter)), name)
    },
  }
}
