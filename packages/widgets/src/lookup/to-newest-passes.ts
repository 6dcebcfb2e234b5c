import type { FiledDeclaration } from '@kbyt/sdk'

/** A declaration with those of its people whose newest pass it holds. */
export interface NewestPasses {
  readonly declaration: FiledDeclaration
  readonly people: FiledDeclaration['people']
}

/**
 * Everybody once, with their newest pass: a family that declares in parts names some of its people
 * again, and an officer wants one code of each. `declarations` are of one kind, newest first.
 */
export function toNewestPasses(declarations: readonly FiledDeclaration[]): NewestPasses[] {
  const named = new Set<string>()
  return declarations.map((declaration) => {
    const people = declaration.people.filter(({ personId }) => !named.has(personId))
    for (const { personId } of people) named.add(personId)
    return { declaration, people }
  })
}
