import type { Config, DeclaredPerson, Health, Person, Relation } from '@kbyt/sdk/schema'

/** A person to seed: what is left out is filled in. */
export interface SeedPerson extends Partial<Person> {
  /** @defaultValue `self` for the first person, `child` for the others */
  readonly relation?: Relation
  /** Values of `config.symptoms`. @defaultValue none */
  readonly symptoms?: Health['symptoms']
}

/** A whole declared person, valid for the portal, made from what was given. */
export function toDeclaredPerson(
  { relation, symptoms = [], ...given }: SeedPerson,
  position: number,
  config: Config,
): DeclaredPerson {
  const sample: Person = {
    fullName: 'Nguyễn Thị Phương Thảo',
    // Vietnamese ID numbers have no check digit; this one names Thừa Thiên Huế, a woman, born 1990.
    identityDocument: { type: 'cccd', number: String(46_190_000_001 + position).padStart(12, '0') },
    bornOn: '1990-05-17',
    gender: 'female',
    nationality: 'VN',
    address: {
      placesVersion: config.placesVersion,
      provinceCode: config.provinceCode,
      districtCode: '474',
      wardCode: '19777',
      hamlet: 'Tổ 5',
    },
  }
  return {
    relation: relation ?? (position === 0 ? 'self' : 'child'),
    person: { ...sample, ...given },
    health: {
      symptoms,
      contacts: Object.fromEntries(config.contacts.map(({ value }) => [value, false])),
    },
    recentPlaces: [],
  }
}
