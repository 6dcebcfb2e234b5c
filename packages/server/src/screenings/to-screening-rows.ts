import type { Declaration, DeclaredPerson } from '@kbyt/sdk/schema'
import { createUuid } from '../identifiers.js'
import { toAreaCode } from '../localities/to-area-code.js'
import type { Outside } from '../outside.js'
import type { DeclarationRow, DeclarationWithPeople, ScreeningRow } from '../store/store.js'
import type { SealedScreening } from './sealed-screening.js'
import { toSeverity } from './to-severity.js'

// dispatch 391, I.2.a: whoever has a symptom declares at once, so that the health services can look into it

/** The screenings a declaration brings about: one per person with a symptom or a contact. */
export async function toScreeningRows(
  outside: Outside,
  declaration: Declaration,
  { declaration: row, people }: DeclarationWithPeople,
  phone: string | undefined,
): Promise<ScreeningRow[]> {
  const rows = people.map(async ({ personId, position }) => {
    const declared = declaration.people[position]
    if (!declared || toSeverity(declared.health) === 0) return []
    const content = { ...(phone === undefined ? {} : { phone }), ...toVisible(declared) }
    const areaCode = toAreaCode(toPlace(declaration, declared))
    return [await toScreeningRow(outside, content, row, { personId, areaCode })]
  })
  return (await Promise.all(rows)).flat()
}

const toVisible = ({ relation, person, health }: DeclaredPerson) => ({ relation, person, health })

/** Where the person can be found: where the journey leads, else at home. */
const toPlace = (declaration: Declaration, { person }: DeclaredPerson) =>
  declaration.kind === 'entry' ? declaration.journey.destination : person.address

async function toScreeningRow(
  { vault, randomBytes }: Outside,
  content: SealedScreening,
  { phoneIndex, declarationId, kind, declaredAt }: DeclarationRow,
  whose: Pick<ScreeningRow, 'personId' | 'areaCode'>,
): Promise<ScreeningRow> {
  const screeningId = createUuid(declaredAt, randomBytes)
  return {
    ...whose,
    screeningId,
    phoneIndex,
    declarationId,
    kind,
    declaredAt,
    severity: toSeverity(content.health),
    state: 'waiting',
    replacedAt: null,
    sealed: await vault.seal(screeningId, content),
  }
}
