import type { Health } from '@kbyt/sdk/schema'

/** How soon somebody must be called: 3 with a symptom and a contact, 2 with a symptom, 1 with a contact, 0 with none. */
export function toSeverity({ symptoms, contacts }: Health): number {
  const hasSymptom = symptoms.length > 0
  const hasContact = Object.values(contacts).includes(true)
  return (hasSymptom ? 2 : 0) + (hasContact ? 1 : 0)
}
