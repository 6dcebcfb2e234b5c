import type { DeclarationKind } from '@kbyt/sdk/schema'
import type { Outside } from '../outside.js'
import type { DeclarationWithPeople } from '../store/store.js'
import type { KnownPerson } from './know-person.js'

/** A phone's newest declarations name everybody who still matters. */
const maxOwn = 50

/** Finds the declarations of a kind that name somebody and stand. */
export interface DeclaredFinder {
  findNewest(person: KnownPerson, kind: DeclarationKind): Promise<DeclarationWithPeople | undefined>
  /** Newest first. */
  findAll(person: KnownPerson, kind: DeclarationKind): Promise<DeclarationWithPeople[]>
}

export function createDeclaredFinder({ store }: Pick<Outside, 'store'>): DeclaredFinder {
  const { declarations } = store

  /** Where the phone says whose they are, its own alone. */
  async function findStanding(
    { phoneIndex, personIds }: KnownPerson,
    kind: DeclarationKind,
    findOf: (personId: string) => Promise<DeclarationWithPeople[]>,
  ): Promise<DeclarationWithPeople[]> {
    const found =
      phoneIndex === undefined
        ? (await Promise.all(personIds.map(findOf))).flat()
        : await declarations.findDeclarations(phoneIndex, maxOwn)
    return found
      .filter(({ declaration }) => declaration.kind === kind && declaration.withdrawnAt === null)
      .filter(({ people }) => people.some(({ personId }) => personIds.includes(personId)))
      .sort((one, other) => other.declaration.declaredAt - one.declaration.declaredAt)
  }

  return {
    async findNewest(person, kind) {
      const findNewestOf = async (personId: string) => {
        const newest = await declarations.findNewestOfPerson(personId, kind)
        return newest ? [newest] : []
      }
      return (await findStanding(person, kind, findNewestOf))[0]
    },

    findAll: (person, kind) => findStanding(person, kind, declarations.findOfPerson),
  }
}
