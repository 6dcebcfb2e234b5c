import { KbytError } from '@kbyt/sdk'
import type { OriginPolicy } from './origin-policy.js'

/**
 * The officers' pages are ours alone: no partner, no frame, no other site.
 *
 * @throws {KbytError} `origin_not_allowed`.
 */
export function refuseOtherSites(headers: Headers, origins: OriginPolicy): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin !== null && !origins.isOwn(origin)) throw new KbytError('origin_not_allowed')
  if (site === 'cross-site' || site === 'same-site') throw new KbytError('origin_not_allowed')
}
