import type { TracedPresence } from '@kbyt/sdk/schema'
import type { Vault } from '../vault.js'
import type { FoundPresence } from './find-presences.js'
import { toTimes } from './to-own-presences.js'
import { openVisit } from './visit-content.js'

/** A presence as an officer who traces sees it: by name, or by the card where there is no name. */
export async function toTracedPresence(
  vault: Vault,
  { presence, visits }: FoundPresence,
): Promise<TracedPresence> {
  const contents = await Promise.all(visits.map((visit) => openVisit(vault, visit)))
  const named = contents.find(({ displayName }) => displayName !== undefined)
  const card = contents.find(({ cardNumber }) => cardNumber !== undefined)
  const { person, lastSeenAt, isClockSuspect } = presence
  return {
    personId: person,
    subjectKind: (named ?? contents[0])?.subjectKind ?? 'pass',
    ...(named?.displayName !== undefined && { displayName: named.displayName }),
    ...(!named && card?.cardNumber !== undefined && { identityDocument: toDocument(card) }),
    lastSeenAt,
    ...toTimes(presence),
    isClockSuspect,
  }
}

function toDocument({
  subjectKind,
  cardNumber = '',
}: {
  subjectKind: string
  cardNumber?: string | undefined
}) {
  return {
    type: subjectKind === 'bhyt' ? ('bhxh' as const) : ('cccd' as const),
    number: cardNumber,
  }
}
