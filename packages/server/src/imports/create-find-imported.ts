import type { FindImportedDeclaration } from '../inspection/find-results.js'
import type { Store } from '../store/store.js'

/** The newest health declaration that somebody made in a national system (dispatch 391, IV.2.b). */
export function createFindImported({ imports }: Store): FindImportedDeclaration {
  return async ({ documentIndexes, contactIndex }) => {
    const subjects = [...documentIndexes, ...(contactIndex === undefined ? [] : [contactIndex])]
    const [found] = await imports.findImported(subjects, 1)
    return found && { at: found.declaredAt, system: found.source }
  }
}
