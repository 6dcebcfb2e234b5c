import type { Choice } from '../fields/choice-field.js'
import { fillWords } from '../words/catalogue.js'
import { callPerson, type StepContext } from './step-context.js'

/** A question to the declarer, or about a relative by name. */
export function ask(
  context: StepContext,
  index: number,
  question: 'symptoms' | 'contacts' | 'conditions' | 'places',
): string {
  const { health } = context.words
  return fillWords(index === 0 ? health[`${question}Own`] : health[question], {
    days: context.config.limits.lookBackDays,
    name: callPerson(context, index),
  })
}

export function toYesNo({ words }: StepContext): readonly Choice[] {
  return [
    { value: 'true', label: words.common.yes },
    { value: 'false', label: words.common.no },
  ]
}
