import { findAuditEntriesEndpoint, openAuditEntryEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { AuditReaderService } from './audit-reader.service.js'

export function addAuditRoutes(router: Router, reader: AuditReaderService): void {
  router.officer(findAuditEntriesEndpoint, reader.find)
  router.officer(openAuditEntryEndpoint, reader.open)
}
