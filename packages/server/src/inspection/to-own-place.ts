import type { Address } from '@kbyt/sdk/schema'
import type { OpenedDeclaration, OpenedPerson } from '../declaration/open-declaration.js'

/** The units a registration belongs to. */
export type OwnPlace = Pick<Address, 'provinceCode' | 'districtCode' | 'wardCode'>

/** Whose people they are: of the place an entry leads to, else of their address. */
export function toOwnPlace(
  { declaration }: OpenedDeclaration,
  { declared: { person } }: OpenedPerson,
): OwnPlace {
  return declaration.kind === 'entry' ? declaration.journey.destination : person.address
}
