import type { AuditStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryAudit({ audit }: MemoryState): AuditStore {
  return {
    async findLast(chain) {
      return audit.get(chain)?.at(-1)
    },

    async append(row) {
      const rows = audit.get(row.chain) ?? []
      if (row.seq <= rows.length) return false
      rows.push(row)
      audit.set(row.chain, rows)
      return true
    },

    async findRows(chain, fromSeq, limit) {
      const rows = audit.get(chain) ?? []
      return rows.filter(({ seq }) => seq >= fromSeq).slice(0, limit)
    },
  }
}
