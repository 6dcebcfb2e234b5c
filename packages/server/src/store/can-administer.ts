import type { OfficerRow } from './store.js'

/** Whether the account can sign in as an administrator: there is always one that can. */
export const canAdminister = ({ role, disabledAt, passwordHash, oidcSubject }: OfficerRow) =>
  role === 'administrator' && disabledAt === null && (passwordHash ?? oidcSubject) !== null
