import type { Config } from '@kbyt/sdk'
import { hasWards, type Language, type Province, toIdentityDocument } from '@kbyt/sdk/schema'
import type { Draft, PersonDraft, VisitDraft } from './draft.js'

export interface WireContext {
  readonly config: Config
  /** In which the consent texts were read. */
  readonly language: Language
  /** The units of a province, as far as they are known here. */
  readonly places: { find(provinceCode: string): Province | undefined }
}

/** The draft in the shape of the contract; whether it is right is for the schema to say. */
export function toWire(draft: Draft, context: WireContext) {
  const { config, language } = context
  const [declarer] = draft.people
  return {
    kind: 'domestic' as const,
    people: draft.people.map((person) => toWirePerson(person, declarer ?? person, context)),
    consents: config.consents
      .filter(({ purpose }) => draft.consents.includes(purpose))
      .map(({ purpose, version }) => ({ purpose, version, language })),
  }
}

function toWirePerson(draft: PersonDraft, declarer: PersonDraft, context: WireContext) {
  const canBePregnant = draft.gender === 'female' || draft.gender === 'other'
  return {
    relation: draft.relation,
    person: {
      fullName: draft.fullName,
      identityDocument: toWireDocument(draft.idNumber),
      bornOn: toBornOn(draft),
      gender: draft.gender,
      nationality: draft.nationality,
      address: toWireAddress(draft.isSameAddress ? declarer : draft, context),
      ...typed('phone', draft.phone),
      ...typed('email', draft.email),
      ...(draft.hasInsurance && { insuranceNumber: toCardNumber(draft.insuranceNumber) }),
    },
    health: {
      ...((draft.hasNoSymptoms || draft.symptoms.length > 0) && { symptoms: draft.symptoms }),
      contacts: draft.contacts,
      ...(draft.conditions.length > 0 && { conditions: draft.conditions }),
      ...(canBePregnant && draft.isPregnant && { isPregnant: true }),
    },
    ...(draft.hasVisits !== undefined && {
      recentPlaces: draft.hasVisits ? draft.visits.map(toWireVisit) : [],
    }),
  }
}

function toWireDocument(idNumber: string) {
  // What no document looks like goes as a passport number, for the schema to refuse at its field.
  return toIdentityDocument(idNumber) ?? { type: 'passport' as const, number: idNumber.trim() }
}

function toWireAddress(draft: PersonDraft, { config, places }: WireContext) {
  const province = places.find(draft.provinceCode)
  const isWardAsked = !province || hasWards(province, draft.districtCode)
  return {
    placesVersion: config.placesVersion,
    provinceCode: draft.provinceCode,
    ...typed('districtCode', draft.districtCode),
    ...(isWardAsked && { wardCode: draft.wardCode }),
    ...typed('hamlet', draft.hamlet),
    ...typed('street', draft.street),
  }
}

function toWireVisit({ place, from, to }: VisitDraft) {
  const [level = '', code = ''] = place.split(' ')
  return { level: level || 'province', code, from, to }
}

/** `1990`, `1990-08-15`, empty, or what the schema calls impossible. */
export function toBornOn({ day, month, year }: PersonDraft): string {
  const parts = [year, month, day].map((part) => part.trim())
  if (parts.every((part) => part === '')) return ''
  if (parts[1] === '' && parts[2] === '') return parts[0] ?? ''
  return parts.map((part) => part.padStart(2, '0')).join('-')
}

const toCardNumber = (text: string) => text.replace(/[\s-]/g, '').toUpperCase()

function typed<Name extends string>(name: Name, text: string): { [Key in Name]?: string } {
  const value = text.trim()
  return value === '' ? {} : ({ [name]: value } as Record<Name, string>)
}
