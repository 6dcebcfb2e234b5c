import type { Config } from '@kbyt/sdk'

/** Whether the portal takes in-province declarations at this instant. */
export function isOpen({ forms }: Config, nowMs: number): boolean {
  const form = forms.find(({ kind }) => kind === 'domestic')
  if (!form) return false
  const { opensAt, closesAt } = form
  return (!opensAt || Date.parse(opensAt) <= nowMs) && (!closesAt || nowMs < Date.parse(closesAt))
}
