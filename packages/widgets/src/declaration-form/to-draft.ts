import type { FiledDeclaration } from '@kbyt/sdk'
import { toNationalPhone } from '@kbyt/sdk/schema'
import { createPersonDraft } from './blank-draft.js'
import type { Draft, PersonDraft } from './draft.js'

type FiledPerson = FiledDeclaration['people'][number]

/**
 * An earlier declaration as a draft to correct (Cập nhật tờ khai): who and where stay, how they are
 * and where they have been is asked anew, and so is consent.
 */
export function toDraft(filed: FiledDeclaration): Draft {
  const isOwn = ({ relation }: FiledPerson) => relation === 'self'
  const people = [...filed.people.filter(isOwn), ...filed.people.filter((each) => !isOwn(each))]
  return {
    page: { name: 'person', index: 0 },
    isComplete: false,
    people: people.map(toPersonDraft),
    consents: [],
  }
}

function toPersonDraft({ relation, person, health }: FiledPerson): PersonDraft {
  const { address } = person
  const [year = '', month = '', day = ''] = person.bornOn.split('-')
  return createPersonDraft({
    relation,
    fullName: person.fullName,
    idNumber: person.identityDocument.number,
    day,
    month,
    year,
    gender: person.gender,
    nationality: person.nationality,
    phone: person.phone ? toNationalPhone(person.phone) : '',
    email: person.email ?? '',
    hasInsurance: person.insuranceNumber !== undefined,
    insuranceNumber: person.insuranceNumber ?? '',
    provinceCode: address.provinceCode,
    districtCode: address.districtCode ?? '',
    wardCode: address.wardCode ?? '',
    hamlet: address.hamlet ?? '',
    street: address.street ?? '',
    conditions: health.conditions ?? [],
    isPregnant: health.isPregnant ?? false,
  })
}
