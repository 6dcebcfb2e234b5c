import type { MissingFact } from '../schema/policy.js'

/** Whether a condition holds: `unknown` says which facts would tell. */
export interface Answer {
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly missing: readonly MissingFact[]
}

export const yes: Answer = { holds: 'yes', missing: [] }
export const no: Answer = { holds: 'no', missing: [] }

export function unknown(missing: MissingFact): Answer {
  return { holds: 'unknown', missing: [missing] }
}

export function toAnswer(holds: boolean): Answer {
  return holds ? yes : no
}

/** Holds when all hold (Kleene's three-valued logic): one certain "no" is enough, whatever else is unknown. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.some(({ holds }) => holds === 'no')) return no
  const missing = answers.flatMap((answer) => answer.missing)
  return answers.every(({ holds }) => holds === 'yes') ? yes : { holds: 'unknown', missing }
}

/** Holds when one holds: one certain "yes" is enough. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.some(({ holds }) => holds === 'yes')) return yes
  const missing = answers.flatMap((answer) => answer.missing)
  return answers.every(({ holds }) => holds === 'no') ? no : { holds: 'unknown', missing }
}
