import type { Config } from './config.js'
import type { Declaration } from './declaration.js'

/** Whether the portal takes declarations of this kind at this instant (milliseconds since 1970). */
export function isFormOpen({ forms }: Config, kind: Declaration['kind'], nowMs: number): boolean {
  const form = forms.find((each) => each.kind === kind)
  if (!form) return false
  const { opensAt, closesAt } = form
  return (!opensAt || Date.parse(opensAt) <= nowMs) && (!closesAt || nowMs < Date.parse(closesAt))
}
