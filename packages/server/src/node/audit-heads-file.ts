/** Where a process keeps the heads of its audit chain, in its data directory. */
export const auditHeadsFile = 'audit-heads.ndjson'
