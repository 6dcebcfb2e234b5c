import { KbytError } from '@kbyt/sdk'
import type { Config } from '@kbyt/sdk/schema'
import type { OfficerCall } from '../call.js'

/**
 * The policy is the province's alone.
 *
 * @throws {KbytError} `forbidden`.
 */
export function checkAuthor(
  { provinceCode }: Config,
  { officer: { role, areas } }: OfficerCall,
): void {
  const isAuthor = role === 'province' && areas.includes(provinceCode)
  if (!isAuthor) throw new KbytError('forbidden')
}
