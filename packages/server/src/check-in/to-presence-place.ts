import type { Presence } from '@kbyt/sdk/check-in'

/** Where a presence stands in the order they began, as a text that sorts. */
export function toPresencePlace({ cameInAt, lastSeenAt, visitIds }: Presence): string {
  return `${cameInAt ?? lastSeenAt} ${visitIds[0]}`
}
