import { type OpenedDeclaration, openDeclaration } from '../declaration/open-declaration.js'
import { toFeedEvents } from '../feed/to-feed-events.js'
import type { Outside } from '../outside.js'
import type { RandomBytes } from '../ports.js'
import type { DeclarationWithPeople, ErasedDeclaration, FeedEventRow } from '../store/store.js'
import { findHold } from './find-hold.js'

/** Declarations somebody wants forgotten: those that go, and those a measure may hold for. */
export interface PartedDeclarations {
  readonly erased: readonly ErasedDeclaration[]
  readonly opened: readonly OpenedDeclaration[]
  /** What tells readers of the feed. */
  readonly events: readonly FeedEventRow[]
  readonly kept: readonly { readonly declarationId: string; readonly until: string }[]
}

export async function partDeclarations(
  outside: Outside,
  stored: readonly DeclarationWithPeople[],
): Promise<PartedDeclarations> {
  const { vault, clock, randomBytes } = outside
  const held = await Promise.all(
    stored.map(async (each) => ({
      each,
      until: await findHold(outside, each.declaration.declarationId),
    })),
  )
  const gone = held.flatMap(({ each, until }) => (until === undefined ? [each] : []))
  return {
    erased: gone.map(toErased),
    opened: await Promise.all(gone.map((each) => openDeclaration(vault, each))),
    events: gone.flatMap((each) => toErasedEvents(each, clock.now(), randomBytes)),
    kept: held.flatMap(({ each, until }) => {
      const { declarationId } = each.declaration
      return until === undefined ? [] : [{ declarationId, until: new Date(until).toISOString() }]
    }),
  }
}

function toErased({ declaration, people }: DeclarationWithPeople): ErasedDeclaration {
  const { phoneIndex, declarationId } = declaration
  const passes = people.map(({ personId, passId, statusIndex, validUntil }) => ({
    personId,
    passId,
    statusIndex,
    validUntil,
  }))
  return { phoneIndex, declarationId, isUnproven: isUnproven(declaration), passes }
}

/** An officer wrote it down; no phone was proven for it. */
export const isUnproven = ({ channel }: { readonly channel: string }) =>
  channel === 'assisted' || channel === 'paper'

/** They lead back to nobody: the phone is not in them. */
function toErasedEvents(
  stored: DeclarationWithPeople,
  at: number,
  randomBytes: RandomBytes,
): FeedEventRow[] {
  const events = toFeedEvents('declaration-erased', stored, at, randomBytes)
  return events.map((event) => ({ ...event, phoneIndex: 'erased' }))
}
