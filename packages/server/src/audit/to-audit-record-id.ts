/** Under which name a row's details are sealed, so that they cannot be moved to another row. */
export const toAuditRecordId = (chain: string, seq: number) => `${chain} ${seq}`
