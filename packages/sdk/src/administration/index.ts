export type { AuditEntry, AuditPage, AuditQuery, OpenedAuditEntry } from '../schema/audit.js'
export type {
  NewOfficerAccount,
  OfficerAccount,
  OfficerAccountChanges,
  OfficerGrant,
  OfficerInvitation,
  OfficerPage,
  OidcIdentity,
} from '../schema/officer-account.js'
export type { Page } from '../schema/page.js'
export { addOfficer } from './add-officer.js'
export { changeOfficer } from './change-officer.js'
export { disableOfficer } from './disable-officer.js'
export { enableOfficer } from './enable-officer.js'
export { findAuditEntries } from './find-audit-entries.js'
export { findOfficers } from './find-officers.js'
export { linkOfficer } from './link-officer.js'
export { openAuditEntry } from './open-audit-entry.js'
export { resetOfficerPassword } from './reset-officer-password.js'
export { resetOfficerTotp } from './reset-officer-totp.js'
export { unlinkOfficer } from './unlink-officer.js'
