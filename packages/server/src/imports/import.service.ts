import { KbytError } from '@kbyt/sdk'
import { type ImportReceipt, type ImportResult, importLimits } from '@kbyt/sdk/schema'
import type { SourceCall } from '../call.js'
import { createUuid, digest } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { ImportOutcome } from '../store/store.js'
import { type JudgedLine, type JudgeOptions, judgeLine } from './judge-line.js'
import { checkLineCount, type Line, listLines } from './list-lines.js'

/** How many lines are judged and kept in one step. */
const batchSize = 100

// dispatch 391, I.1: one declaration in any of the four systems is enough

/** Owns: declarations that come in from the national systems, each once, with where it is from. */
export interface ImportService {
  /** @throws {KbytError} `import_forged` when the body is not the signed one, `input_invalid` for too many lines. */
  receive(input: { readonly body: Uint8Array }, call: SourceCall): Promise<ImportReceipt>
}

export function createImportService(outside: Outside, places: Places): ImportService {
  const { store, clock, randomBytes, log, meter } = outside

  async function keepBatch(lines: readonly Line[], options: JudgeOptions): Promise<ImportResult[]> {
    const judged = await Promise.all(lines.map((line) => judgeLine(line, options)))
    const kept = judged.flatMap((each) => ('keep' in each ? [each.keep] : []))
    const outcomes = kept.length > 0 ? await store.imports.saveImported(kept) : []
    return joinResults(judged, outcomes)
  }

  return {
    async receive({ body }, { source, bodyDigest }) {
      if ((await digest(new Uint8Array(body))) !== bodyDigest) throw new KbytError('import_forged')
      checkLineCount(body, importLimits.lines)
      const receivedAt = clock.now()
      const importId = createUuid(receivedAt, randomBytes)
      const options = { outside, places, source, receivedAt }
      const results: ImportResult[] = []
      for (const lines of toBatches(listLines(body))) {
        results.push(...(await keepBatch(lines, options)))
      }
      const count = (wanted: string) => results.filter(({ result }) => result === wanted).length
      const counts = {
        accepted: count('accepted'),
        duplicates: count('duplicate'),
        invalid: count('invalid'),
      }
      log({ level: 'info', event: 'import', importId, source, ...counts })
      for (const [result, by] of Object.entries(counts)) {
        meter.count('kbyt_imported_lines_total', { source, result }, by)
      }
      return { importId, receivedAt: new Date(receivedAt).toISOString(), ...counts, results }
    },
  }
}

function* toBatches(lines: Iterable<Line>): Generator<Line[]> {
  let batch: Line[] = []
  for (const line of lines) {
    batch.push(line)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** `outcomes` are those of the lines that were to be kept, in order. */
function joinResults(
  judged: readonly JudgedLine[],
  outcomes: readonly ImportOutcome[],
): ImportResult[] {
  const waiting = outcomes.values()
  return judged.map((each) =>
    'result' in each ? each.result : toResult(each.line, waiting.next().value),
  )
}

function toResult(line: number, outcome: ImportOutcome | undefined): ImportResult {
  if (outcome === 'accepted') return { line, result: 'accepted' }
  if (outcome === 'reused') return { line, result: 'invalid', fault: 'external-id-reused' }
  return { line, result: 'duplicate', duplicateOf: 'import' }
}
