import { importDeclarationsEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { ImportService } from './import.service.js'

export function addImportRoutes(router: Router, imports: ImportService): void {
  router.source(importDeclarationsEndpoint, imports.receive)
}
