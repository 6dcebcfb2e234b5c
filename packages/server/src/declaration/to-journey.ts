import type { Declaration, Journey } from '@kbyt/sdk/schema'

/** The journey of an entry declaration. */
export function toJourney(declaration: Declaration): Journey | undefined {
  return declaration.kind === 'entry' ? declaration.journey : undefined
}
