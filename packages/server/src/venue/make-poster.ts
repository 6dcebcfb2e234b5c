import { type Signer, signVenue } from '@kbyt/sdk/qr/sign'
import type { VenueContent } from './open-venue.js'

interface MakePosterOptions {
  readonly venueCode: string
  readonly content: Pick<VenueContent, 'facts' | 'posters'>
  readonly nowMs: number
  /** Posters before this one no longer count. */
  readonly revokesOlder: boolean
}

/** Signs the next poster of a venue, for the portal at `host`; the content with it, and its revision. */
export type MakePoster = (
  options: MakePosterOptions,
) => Promise<{ revision: number; content: VenueContent }>

export function createMakePoster(signer: Signer, findHost: () => string): MakePoster {
  return async ({ venueCode, content: { facts, posters }, nowMs, revokesOlder }) => {
    const revision = (posters.at(-1)?.revision ?? 0) + 1
    const { name, address, direction } = facts
    const { wardCode } = address
    const host = findHost()
    const signed = { host, venueCode, name, wardCode, revision, direction }
    const older = revokesOlder
      ? posters.map((poster) => ({ ...poster, revokedAt: poster.revokedAt ?? nowMs }))
      : posters
    return {
      revision,
      content: {
        facts,
        posterAddress: await signVenue(signer, signed),
        posters: [...older, { revision, createdAt: nowMs }],
      },
    }
  }
}
