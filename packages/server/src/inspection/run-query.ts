import type { QrTrust } from '@kbyt/sdk/qr'
import type { DeclarationKind, Inspection, InspectionQuery } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'
import type { OfficerRow } from '../store/store.js'
import { checkScannedPass } from './check-scanned-pass.js'
import type { PeopleFinder } from './find-people.js'

/** What a query found, and whether something was kept back because of the officer's areas. */
export type Finding = Pick<
  Inspection,
  'pass' | 'isNewerPassAvailable' | 'candidates' | 'people'
> & { readonly isHidden: boolean }

/** @throws {KbytError} a `qr_…` code for a scanned QR that proves nothing. */
export type RunQuery = (
  query: InspectionQuery,
  kind: DeclarationKind,
  officer: OfficerRow,
) => Promise<Finding>

const nothing: Finding = {
  isNewerPassAvailable: false,
  candidates: [],
  people: [],
  isHidden: false,
}

export function createRunQuery(outside: Outside, trust: QrTrust, finder: PeopleFinder): RunQuery {
  async function findPeople(
    personIds: readonly string[],
    kind: DeclarationKind,
    officer: OfficerRow,
  ): Promise<Finding> {
    const found = await Promise.all(
      personIds.map((personId) => finder.findRegistration(personId, kind, officer)),
    )
    const people = found.flatMap(({ items }) => items)
    return { ...nothing, people, isHidden: found.some(({ isHidden }) => isHidden) }
  }

  return async (query, kind, officer) => {
    switch (query.by) {
      case 'id-number':
        return findPeople(await finder.byIdNumber(query.idNumber), kind, officer)
      case 'person':
        return findPeople([query.personId], kind, officer)
      case 'phone': {
        const { items, isHidden } = await finder.byPhone(query.phone, kind, officer)
        return { ...nothing, candidates: [...items], isHidden }
      }
      case 'qr': {
        const { pass, personId, isNewerAvailable } = await checkScannedPass(
          outside,
          trust,
          query.qr,
        )
        if (personId === undefined) return { ...nothing, pass }
        const found = await findPeople([personId], kind, officer)
        // the pass shows its own facts everywhere; that its owner has declared anew, we add
        const isSeen = async () => {
          const own = pass.kind === kind ? found : await findPeople([personId], pass.kind, officer)
          return own.people.length > 0
        }
        return { ...found, pass, isNewerPassAvailable: isNewerAvailable && (await isSeen()) }
      }
    }
  }
}
