import { KbytError } from '@kbyt/sdk'
import type { OfficerRole } from '@kbyt/sdk/schema'
import type { OfficerRow } from '../store/store.js'

/** @throws {KbytError} `forbidden` unless the officer works as one of these. */
export function checkRole({ role }: OfficerRow, allowed: readonly OfficerRole[]): void {
  if (!allowed.includes(role)) throw new KbytError('forbidden')
}
