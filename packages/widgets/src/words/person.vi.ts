/** What a person is called by, in every element that shows one. Vietnamese is the source. */
export const person = {
  genders: { male: 'Nam', female: 'Nữ', other: 'Khác' },
  relations: {
    self: 'Người khai',
    child: 'Con',
    parent: 'Cha/Mẹ',
    spouse: 'Vợ/Chồng',
    sibling: 'Anh/Chị/Em',
    grandparent: 'Ông/Bà',
    other: 'Khác',
  },
}

export type PersonWords = typeof person
