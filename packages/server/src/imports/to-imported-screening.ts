import {
  type Config,
  type Health,
  type ImportedDeclaration,
  type Person,
  personSchema,
} from '@kbyt/sdk/schema'
import { checkUnits } from '../declaration/check-units.js'
import { createPersonId, createUuid } from '../identifiers.js'
import { toAreaCode } from '../localities/to-area-code.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { SealedScreening } from '../screenings/sealed-screening.js'
import { toSeverity } from '../screenings/to-severity.js'
import { keptMs } from '../store/retention.js'
import type { BlindIndex, ImportedRow, ScreeningRow } from '../store/store.js'

/** A symptom or contact the other system knows of without saying which. */
const unspecified = 'unspecified'

/**
 * The screening an imported declaration brings about: somebody with a symptom or a contact, of whom
 * enough is known for the health station of their ward to find them.
 */
export async function toImportedScreening(
  outside: Outside,
  places: Places,
  declared: ImportedDeclaration,
  { importedId, subject, declaredAt }: Pick<ImportedRow, 'importedId' | 'subject' | 'declaredAt'>,
): Promise<ScreeningRow | undefined> {
  const { vault, config, randomBytes } = outside
  const health = toHealth(declared, config)
  const person = personSchema.safeParse(declared)
  if (toSeverity(health) === 0 || !person.success) return undefined
  if (!(await isPlaced(person.data, config, places))) return undefined
  const { phone } = declared
  const screeningId = createUuid(declaredAt, randomBytes)
  const content: SealedScreening = {
    ...(phone !== undefined && { phone }),
    relation: 'self',
    person: person.data,
    health,
  }
  return {
    areaCode: toAreaCode(person.data.address),
    screeningId,
    personId: await resolvePerson(outside, person.data, subject),
    phoneIndex: await vault.index('phone', phone ?? `unproven ${importedId}`),
    declarationId: importedId,
    kind: 'domestic',
    declaredAt,
    state: 'waiting',
    replacedAt: null,
    severity: toSeverity(health),
    sealed: await vault.seal(screeningId, content),
  }
}

/** A numbered document is the same person's everywhere; of a child the subject is all there is. */
function resolvePerson(
  { store, clock, randomBytes }: Outside,
  { identityDocument }: Person,
  subject: BlindIndex,
): Promise<string> {
  const key =
    identityDocument.type === 'child'
      ? { by: 'child' as const, phoneIndex: subject, index: subject }
      : { by: 'document' as const, index: subject }
  const keptUntil = clock.now() + keptMs.imports
  return store.declarations.resolvePerson(key, createPersonId(randomBytes), keptUntil)
}

async function isPlaced({ address }: Person, config: Config, places: Places): Promise<boolean> {
  const { placesVersion, provinceCode } = config
  if (address.placesVersion !== placesVersion || address.provinceCode !== provinceCode) return false
  const province = await places.findProvince(placesVersion, provinceCode)
  return checkUnits(address, province, 'address').length === 0
}

function toHealth(declared: ImportedDeclaration, config: Config): Health {
  const { hasSymptom, hasContact, symptoms = [], contacts = {} } = declared
  const known = symptoms.filter((each) => config.symptoms.some(({ value }) => value === each))
  const met = config.contacts.map(({ value }) => [value, contacts[value] === true] as const)
  const isMet = met.some(([, is]) => is)
  return {
    symptoms: hasSymptom && known.length === 0 ? [unspecified] : known,
    contacts: Object.fromEntries(hasContact && !isMet ? [...met, [unspecified, true]] : met),
  }
}
