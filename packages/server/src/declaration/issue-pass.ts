import { type PassFacts, type Signer, signPass, toIdEnding } from '@kbyt/sdk/qr/sign'
import { type DeclaredPerson, type Journey, toBirthYear, toEntryFacts } from '@kbyt/sdk/schema'
import { createPassId, createPersonId } from '../identifiers.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import { toShownName } from '../portal/to-shown-name.js'
import { keptMs } from '../store/retention.js'
import type { DeclarationRow, KnownPerson, PersonKey, PersonRow } from '../store/store.js'
import type { ClaimStatusIndex } from './claim-status-index.js'
import { type PassContent, sealPass } from './open-pass.js'
import { toPersonKey } from './to-person-key.js'
import { toValidDays } from './to-valid-days.js'

/** One person of a declaration with what is said of all of them. */
interface Declared {
  readonly declared: DeclaredPerson
  /** Of an entry declaration. */
  readonly journey: Journey | undefined
}

/** A person of a declaration with their pass, and what they are known by as long as it is kept. */
interface IssuedPass {
  readonly row: PersonRow
  /** What the row has sealed. */
  readonly content: PassContent
  readonly known: KnownPerson
}

/** Gives each person of a declaration their id and signed pass; the text is kept, never signed anew. */
export type IssuePass = (
  of: Declared,
  position: number,
  declaration: DeclarationRow,
) => Promise<IssuedPass>

export function createIssuePass(
  outside: Outside,
  signer: Signer,
  claimStatusIndex: ClaimStatusIndex,
): IssuePass {
  const { store, vault, randomBytes, config } = outside

  /** Whoever is new is kept with the declaration, under the id made up here, or another was faster. */
  async function findPerson(key: PersonKey, keptUntil: number): Promise<string> {
    const proposedId = createPersonId(randomBytes)
    if (key.by === 'child') {
      return store.declarations.resolvePerson(key, proposedId, keptUntil)
    }
    return (await store.declarations.findPerson(key.index)) ?? proposedId
  }

  return async ({ declared, journey }, position, declaration) => {
    const { phoneIndex, declarationId, declaredAt } = declaration
    const { person } = declared
    const passId = createPassId(randomBytes)
    // a pass counts in whole seconds
    const issuedAt = Math.floor(declaredAt / 1_000) * 1_000
    const validDays = toValidDays(config.passDays, journey, issuedAt)
    const validUntil = issuedAt + validDays * dayMs
    const keptUntil = validUntil + keptMs.declarations
    const key = await toPersonKey(vault, person, phoneIndex)
    const [statusIndex, personId] = await Promise.all([
      claimStatusIndex(passId, validUntil),
      findPerson(key, keptUntil),
    ])
    const displayName = toShownName(person.fullName, outside.displayName)
    const pass = { passId, statusIndex, declaredAt: issuedAt, validDays, displayName }
    const text = await signPass(signer, toPassFacts({ declared, journey }, declaration, pass))
    const content = { text, displayName }
    const sealed = await sealPass(vault, passId, content)
    return {
      row: {
        phoneIndex,
        declarationId,
        personId,
        position,
        passId,
        statusIndex,
        issuedAt,
        validUntil,
        sealed,
      },
      content,
      known: { key, personId, keptUntil },
    }
  }
}

/** What the pass says: facts, and nothing of anybody's health. */
function toPassFacts(
  { declared: { person, recentPlaces }, journey }: Declared,
  { kind, channel, declaredAt }: DeclarationRow,
  pass: Pick<PassFacts, 'passId' | 'statusIndex' | 'declaredAt' | 'validDays' | 'displayName'>,
): PassFacts {
  const facts = {
    ...pass,
    kind,
    birthYear: toBirthYear(person.bornOn),
    idEnding: toIdEnding(person.identityDocument),
    // where people come in person the pass is handed over on paper
    isPrinted: channel !== 'self',
  }
  if (!journey) return { ...facts, shouldAskOfficer: false }
  return { ...facts, ...toEntryFacts({ journey, recentPlaces }, declaredAt) }
}
