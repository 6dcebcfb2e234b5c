import { KbytError } from '@kbyt/sdk'
import { type Config, checkDeclaration, type Declaration, isFormOpen } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'
import { checkPlaces } from './check-places.js'

/**
 * Whether a declaration may be taken now, as it is.
 *
 * @throws {KbytError} `form_closed`, or `input_invalid` with every issue found.
 */
export async function checkSubmission(
  declaration: Declaration,
  config: Config,
  places: Places,
  nowMs: number,
): Promise<void> {
  if (!isFormOpen(config, declaration.kind, nowMs)) throw new KbytError('form_closed')
  const issues = [
    ...checkDeclaration(declaration, config, nowMs),
    ...(await checkPlaces(declaration, places, config.placesVersion)),
  ]
  const byPath = new Map(issues.map((issue) => [issue.path, issue]))
  if (byPath.size > 0) throw new KbytError('input_invalid', { issues: [...byPath.values()] })
}
