import type { AreaScope } from '../store/store.js'

/** Whether an area lies in what somebody may see. */
export const isInScope = (scope: AreaScope, areaCode: string) =>
  scope === 'all' || scope.includes(areaCode)
