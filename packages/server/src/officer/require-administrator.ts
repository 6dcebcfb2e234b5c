import { KbytError } from '@kbyt/sdk'
import type { OfficerRow } from '../store/store.js'

/** @throws {KbytError} `forbidden` for every other role. */
export function requireAdministrator({ role }: OfficerRow): void {
  if (role !== 'administrator') throw new KbytError('forbidden')
}
