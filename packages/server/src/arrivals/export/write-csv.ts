import { type ExportField, exportFields } from './fields.js'
import type { NamedArrival } from './name-arrival.js'
import { toCsvCell } from './to-csv-cell.js'

const vietnamOffsetMs = 7 * 3_600_000

/** Excel takes a file for UTF-8 by its byte order mark alone. */
const byteOrderMark = '\uFEFF'

/** The arrivals as CSV (RFC 4180): one line each, times of Việt Nam, Vietnamese words. */
export async function* writeCsv(arrivals: AsyncIterable<NamedArrival>): AsyncGenerator<string> {
  const header = exportFields.map(({ label }) => `${label.vi} / ${label.en}`)
  yield byteOrderMark + toLine(header)
  for await (const named of arrivals) {
    yield toLine(exportFields.map((field) => toText(field, field.read(named))))
  }
}

const toLine = (cells: readonly string[]) => `${cells.map(toCsvCell).join(',')}\r\n`

function toText({ type }: ExportField, value: string | undefined): string {
  if (value === undefined) return ''
  if (type === 'number') return groupDigits(value)
  return type === 'instant' ? toLocalTime(value) : value
}

/** `046 190 001 234`: in one piece a spreadsheet drops the leading zero and rounds the rest. */
function groupDigits(text: string): string {
  const national = text.replace(/^\+84/, '0').replace(/^\+/, '00')
  return /^\d+$/.test(national) ? national.replace(/\B(?=(?:\d{3})+$)/g, ' ') : national
}

function toLocalTime(instant: string): string {
  const local = new Date(Date.parse(instant) + vietnamOffsetMs).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}
