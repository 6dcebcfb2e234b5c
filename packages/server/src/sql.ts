export type { DatabaseAddress } from './store/dialects/open-dialect.js'
export { createSqlStore } from './store/sql/create-sql-store.js'
