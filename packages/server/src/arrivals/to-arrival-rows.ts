import type { DeclaredPerson, EntryDeclaration } from '@kbyt/sdk/schema'
import { createUuid } from '../identifiers.js'
import { toAreaCode } from '../localities/to-area-code.js'
import type { Outside } from '../outside.js'
import type { ArrivalRow, DeclarationRow, DeclarationWithPeople } from '../store/store.js'
import type { SealedArrival } from './sealed-arrival.js'
import { toHamletIndex } from './to-hamlet-index.js'

/** The arrivals an entry declaration brings about: one per person, for the ward it leads to. */
export async function toArrivalRows(
  outside: Outside,
  declaration: EntryDeclaration,
  { declaration: row, people }: DeclarationWithPeople,
  phone: string | undefined,
): Promise<ArrivalRow[]> {
  const { journey } = declaration
  const rows = people.map(async ({ personId, position }) => {
    const declared = declaration.people[position]
    if (!declared) return []
    const content = { ...(phone === undefined ? {} : { phone }), ...toVisible(declared), journey }
    return [await toArrivalRow(outside, content, row, personId)]
  })
  return (await Promise.all(rows)).flat()
}

const toVisible = ({ relation, person }: DeclaredPerson) => ({ relation, person })

async function toArrivalRow(
  { vault, randomBytes }: Outside,
  content: SealedArrival,
  { phoneIndex, declarationId, declaredAt }: DeclarationRow,
  personId: string,
): Promise<ArrivalRow> {
  const { destination, departureAt, arrivalAt } = content.journey
  const areaCode = toAreaCode(destination)
  const arrivalId = createUuid(declaredAt, randomBytes)
  return {
    areaCode,
    arrivalId,
    personId,
    phoneIndex,
    declarationId,
    hamletIndex:
      destination.hamlet === undefined
        ? null
        : await toHamletIndex(vault, areaCode, destination.hamlet),
    declaredAt,
    departureAt: Date.parse(departureAt),
    arrivalAt: Date.parse(arrivalAt),
    state: 'expected',
    passedAt: null,
    replacedAt: null,
    sealed: await vault.seal(arrivalId, content),
  }
}
