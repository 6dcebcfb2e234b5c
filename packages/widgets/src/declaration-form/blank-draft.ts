import type { Draft, PersonDraft } from './draft.js'

export function createPersonDraft(values: Partial<PersonDraft>): PersonDraft {
  return {
    relation: '',
    fullName: '',
    idNumber: '',
    day: '',
    month: '',
    year: '',
    gender: '',
    nationality: 'VN',
    phone: '',
    email: '',
    hasInsurance: false,
    insuranceNumber: '',
    isSameAddress: false,
    provinceCode: '',
    districtCode: '',
    wardCode: '',
    hamlet: '',
    street: '',
    symptoms: [],
    hasNoSymptoms: false,
    contacts: {},
    conditions: [],
    isPregnant: false,
    visits: [],
    ...values,
  }
}

/** An empty declaration of somebody in the portal's province. */
export function createDraft(provinceCode: string): Draft {
  return {
    page: { name: 'person', index: 0 },
    isComplete: false,
    people: [createPersonDraft({ relation: 'self', provinceCode })],
    consents: [],
  }
}

/** Whether nothing was entered yet, so that there is nothing to restore or to lose. */
export function isBlank(draft: Draft): boolean {
  const [declarer] = draft.people
  if (draft.people.length > 1 || !declarer) return false
  const blank = createDraft(declarer.provinceCode)
  return JSON.stringify(blank.people) === JSON.stringify(draft.people)
}
