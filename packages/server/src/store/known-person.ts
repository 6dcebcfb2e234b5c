import type { BlindIndex } from './sealed.js'

/** How a person is recognised: by a numbered document everywhere, a child with nine zeros under its declarer alone. */
export type PersonKey =
  | { readonly by: 'document'; readonly index: BlindIndex }
  | { readonly by: 'child'; readonly phoneIndex: BlindIndex; readonly index: BlindIndex }

/** A person, by what they are recognised, and until when what is kept now needs it. */
export interface KnownPerson {
  readonly key: PersonKey
  readonly personId: string
  readonly keptUntil: number
}
