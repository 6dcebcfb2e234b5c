import type { ImportedLine, ImportedRow, ImportOutcome, ImportStore } from '../store.js'
import type { MemoryState } from './memory-state.js'
import { keepScreening } from './screenings.memory.js'

export function createMemoryImports(state: MemoryState): ImportStore {
  const { imported, importIds } = state

  function save({ externalIndex, row, screening }: ImportedLine): ImportOutcome {
    const known = importIds.get(externalIndex)
    if (known) return known.contentIndex === row.contentIndex ? 'duplicate' : 'reused'
    importIds.set(externalIndex, row)
    const key = `${row.subject}\0${row.contentIndex}`
    if (imported.has(key)) return 'duplicate'
    imported.set(key, row)
    if (screening) keepScreening(state, screening)
    return 'accepted'
  }

  return {
    saveImported: async (lines) => lines.map(save),

    async findImported(subjects, limit) {
      return [...imported.values()]
        .filter((row) => subjects.includes(row.subject))
        .sort(newestFirst)
        .slice(0, limit)
    },

    async isDeclaredHere(personId, fromMs, untilMs) {
      return (state.declarationsOf.get(personId) ?? []).some(({ declarationId }) => {
        const found = state.declarations.get(declarationId)?.declaration
        if (!found || found.withdrawnAt !== null) return false
        return found.declaredAt >= fromMs && found.declaredAt <= untilMs
      })
    },
  }
}

function newestFirst(a: ImportedRow, b: ImportedRow): number {
  if (a.declaredAt !== b.declaredAt) return b.declaredAt - a.declaredAt
  return a.importedId > b.importedId ? -1 : 1
}
