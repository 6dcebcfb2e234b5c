import type { Outside } from '../outside.js'
import type { ImportSourceKeys, Places } from '../ports.js'
import { createVerifyImportToken } from './create-verify-import-token.js'
import { createImportService } from './import.service.js'

/** Imports, and who may send them, tied together once. */
export function createImportServices(
  outside: Outside,
  places: Places,
  sources: readonly ImportSourceKeys[],
) {
  return {
    imports: createImportService(outside, places),
    verifyImportToken: createVerifyImportToken(outside, sources),
  }
}
