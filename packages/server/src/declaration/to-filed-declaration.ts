import type { FiledDeclaration } from '@kbyt/sdk/schema'
import type { DeclarationWithPeople } from '../store/store.js'
import type { Vault } from '../vault.js'
import { type OpenedDeclaration, openDeclaration, openPass } from './open-declaration.js'

/** A stored declaration as its declarer sees it. */
export async function toFiledDeclaration(
  vault: Vault,
  stored: DeclarationWithPeople,
  isSuperseded: boolean,
  nowMs: number,
): Promise<FiledDeclaration> {
  return describeFiled(vault, await openDeclaration(vault, stored), isSuperseded, nowMs)
}

/** The same of one that is open already. */
export async function describeFiled(
  vault: Vault,
  { row, declaration, handling, people }: OpenedDeclaration,
  isSuperseded: boolean,
  nowMs: number,
): Promise<FiledDeclaration> {
  const filedPeople = people.map(async ({ row: person, declared }) => ({
    personId: person.personId,
    ...declared,
    pass: await openPass(vault, person, row, nowMs),
  }))
  return {
    declarationId: row.declarationId,
    kind: row.kind,
    channel: row.channel,
    declaredAt: new Date(row.declaredAt).toISOString(),
    ...(row.withdrawnAt === null ? {} : { withdrawnAt: new Date(row.withdrawnAt).toISOString() }),
    ...(handling && { handling }),
    isSuperseded,
    people: await Promise.all(filedPeople),
    consents: declaration.consents,
    ...(declaration.point !== undefined && { point: declaration.point }),
    ...(declaration.kind === 'entry' ? { journey: declaration.journey } : {}),
  }
}
