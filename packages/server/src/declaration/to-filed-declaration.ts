import type { FiledDeclaration, Pass } from '@kbyt/sdk/schema'
import type { DeclarationWithPeople } from '../store/store.js'
import type { Vault } from '../vault.js'
import { type OpenedDeclaration, type OpenedPerson, openDeclaration } from './open-declaration.js'
import { openPass } from './open-pass.js'

type FiledPerson = FiledDeclaration['people'][number]

/** A stored declaration as its declarer sees it. */
export async function toFiledDeclaration(
  vault: Vault,
  stored: DeclarationWithPeople,
  isSuperseded: boolean,
  nowMs: number,
): Promise<FiledDeclaration> {
  return fileOpened(vault, await openDeclaration(vault, stored), isSuperseded, nowMs)
}

/** The same of one that is open already, but for its passes. */
export async function fileOpened(
  vault: Vault,
  opened: OpenedDeclaration,
  isSuperseded: boolean,
  nowMs: number,
): Promise<FiledDeclaration> {
  const people = opened.people.map(async (person) =>
    toFiledPerson(person, await openPass(vault, person.row, opened.row, nowMs)),
  )
  return describeFiled(opened, await Promise.all(people), isSuperseded)
}

export function toFiledPerson({ row, declared }: OpenedPerson, pass: Pass): FiledPerson {
  return { personId: row.personId, ...declared, pass }
}

export function describeFiled(
  { row, declaration, handling }: Omit<OpenedDeclaration, 'people' | 'phone'>,
  people: FiledPerson[],
  isSuperseded: boolean,
): FiledDeclaration {
  return {
    declarationId: row.declarationId,
    kind: row.kind,
    channel: row.channel,
    declaredAt: new Date(row.declaredAt).toISOString(),
    ...(row.withdrawnAt === null ? {} : { withdrawnAt: new Date(row.withdrawnAt).toISOString() }),
    ...(handling && { handling }),
    isSuperseded,
    people,
    consents: declaration.consents,
    ...(declaration.point !== undefined && { point: declaration.point }),
    ...(declaration.kind === 'entry' ? { journey: declaration.journey } : {}),
  }
}
