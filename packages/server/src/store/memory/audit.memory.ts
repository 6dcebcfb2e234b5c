import type { AuditFilter, AuditPlace, AuditRow, AuditStore } from '../store.js'
import type { MemoryState } from './memory-state.js'

export function createMemoryAudit({ audit }: MemoryState): AuditStore {
  return {
    async findLast(chain) {
      return audit.get(chain)?.at(-1)
    },

    async append(added) {
      const [first] = added
      if (!first) return true
      const rows = audit.get(first.chain) ?? []
      if (first.seq <= (rows.at(-1)?.seq ?? 0)) return false
      audit.set(first.chain, [...rows, ...added])
      return true
    },

    async findRows(chain, fromSeq, limit) {
      const rows = audit.get(chain) ?? []
      return rows.filter(({ seq }) => seq >= fromSeq).slice(0, limit)
    },

    async findChains() {
      return [...audit.keys()].sort()
    },

    async cut(chain, seq) {
      const rows = audit.get(chain) ?? []
      const kept = rows.filter((row, index) => row.seq > seq || index === rows.length - 1)
      if (kept.length > 0) audit.set(chain, kept)
      return rows.length - kept.length
    },

    async findNewest(filter, limit) {
      const rows = [...audit.values()].flat().filter((row) => isAsked(row, filter))
      return rows.sort(compareNewest).slice(0, limit)
    },
  }
}

function isAsked(row: AuditRow, { officerId, action, from, to, after }: AuditFilter): boolean {
  return (
    (officerId === undefined || row.officerId === officerId) &&
    (action === undefined || `${row.action} `.startsWith(`${action} `)) &&
    (from === undefined || row.at >= from) &&
    (to === undefined || row.at < to) &&
    (after === undefined || compareNewest(after, row) < 0)
  )
}

function compareNewest(a: AuditPlace, b: AuditPlace): number {
  if (a.at !== b.at) return b.at - a.at
  if (a.chain !== b.chain) return a.chain < b.chain ? -1 : 1
  return b.seq - a.seq
}
