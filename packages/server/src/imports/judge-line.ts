import {
  type ImportedDeclaration,
  type ImportResult,
  type ImportSource,
  importedDeclarationSchema,
  importLimits,
  toInputIssues,
} from '@kbyt/sdk/schema'
import { parseJson } from '../http/parse-json.js'
import { createUuid } from '../identifiers.js'
import { minuteMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import { keptMs } from '../store/retention.js'
import type { BlindIndex, ImportedLine } from '../store/store.js'
import type { Line } from './list-lines.js'
import { normalizeImported } from './normalize-imported.js'
import { toContentIndex } from './to-content-index.js'
import { toImportedScreening } from './to-imported-screening.js'
import { toImportedSubject } from './to-imported-subject.js'

/** How far apart two systems may say that one declaration was made. */
const sameMomentMs = 10 * minuteMs
/** How far another system's clock may be ahead. */
const aheadMs = 5 * minuteMs

/** A line that is to be kept, or what is wrong with it. */
export type JudgedLine =
  | { readonly line: number; readonly keep: ImportedLine }
  | { readonly line: number; readonly result: ImportResult }

export interface JudgeOptions {
  readonly outside: Outside
  readonly places: Places
  readonly source: ImportSource
  readonly receivedAt: number
}

/** Says of a line whether it is a declaration that is not known yet. */
export async function judgeLine({ line, bytes }: Line, options: JudgeOptions): Promise<JudgedLine> {
  const { outside, receivedAt } = options
  const refuse = (fault: ImportResult['fault'], issues?: ImportResult['issues']): JudgedLine => ({
    line,
    result: { line, result: 'invalid', fault, ...(issues && { issues }) },
  })
  if (bytes.length > importLimits.lineBytes) return refuse('line-too-long')
  const value = readLine(bytes)
  if (value === undefined) return refuse('line-malformed')
  const parsed = importedDeclarationSchema.safeParse(value, { reportInput: true })
  if (!parsed.success) return refuse('line-invalid', toInputIssues(parsed.error))
  const declared = normalizeImported(parsed.data)
  const declaredAt = Date.parse(declared.declaredAt)
  // what is older was forgotten, and could come in a second time
  if (declaredAt > receivedAt + aheadMs || declaredAt <= receivedAt - keptMs.imports) {
    return refuse('line-invalid', [{ path: 'declaredAt', code: 'date_outside_window' }])
  }
  const subject = await toImportedSubject(outside.vault, declared)
  if (subject === undefined) {
    return refuse('line-invalid', [{ path: 'identityDocument', code: 'required' }])
  }
  if (await isDeclaredHere(outside, subject, declaredAt)) {
    return { line, result: { line, result: 'duplicate', duplicateOf: 'declaration' } }
  }
  return { line, keep: await toImportedLine(declared, subject, options) }
}

function readLine(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    return undefined
  }
}

/** The national systems pass on what was declared here: that is no second declaration. */
async function isDeclaredHere({ store }: Outside, subject: BlindIndex, atMs: number) {
  const personId = await store.declarations.findPerson(subject)
  if (personId === undefined) return false
  return store.imports.isDeclaredHere(personId, atMs - sameMomentMs, atMs + sameMomentMs)
}

async function toImportedLine(
  declared: ImportedDeclaration,
  subject: BlindIndex,
  { outside, places, source, receivedAt }: JudgeOptions,
): Promise<ImportedLine> {
  const { vault, randomBytes } = outside
  const importedId = createUuid(receivedAt, randomBytes)
  const declaredAt = Date.parse(declared.declaredAt)
  const external = JSON.stringify(['external', source, declared.externalId])
  const row = {
    subject,
    importedId,
    source,
    declaredAt,
    receivedAt,
    contentIndex: await toContentIndex(vault, declared),
    sealed: await vault.seal(importedId, declared),
  }
  return {
    externalIndex: await vault.index('import', external),
    row,
    screening: await toImportedScreening(outside, places, declared, row),
  }
}
