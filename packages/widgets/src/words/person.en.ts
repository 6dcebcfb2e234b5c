import type { PersonWords } from './person.vi.js'

export const person: PersonWords = {
  genders: { male: 'Male', female: 'Female', other: 'Other' },
  relations: {
    self: 'Declarer',
    child: 'Child',
    parent: 'Parent',
    spouse: 'Spouse',
    sibling: 'Sibling',
    grandparent: 'Grandparent',
    other: 'Other',
  },
}
