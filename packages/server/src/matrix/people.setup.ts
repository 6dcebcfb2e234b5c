import type { DeclaredPerson, JourneyPlace } from '@kbyt/sdk/schema'
import { conCo, phuBai, vinhNinh, vyDa } from '../arrivals/arrivals.setup.js'
import { makePerson } from '../backend.setup.js'

/** Somebody whose words nobody else uses: where one of them shows up, it is theirs that shows. */
export interface Owner {
  readonly phone: string
  readonly number: string
  readonly home: JourneyPlace
  readonly person: DeclaredPerson['person']
  /** What stands for them in an answer, whoever reads it. */
  readonly canaries: readonly string[]
}

const homes = [vyDa, vinhNinh, phuBai, conCo]

/** Two people at each of four places, who differ in every word. */
export const owners: readonly Owner[] = [...'bcdghklm'].map((letter, index) => {
  const home = homes[index % homes.length] ?? vyDa
  const tail = `0${index + 1}36152${index + 1}`
  const number = `04619077${String(1_001 + index * 1_117)}`
  const word = `Canari${letter}a`
  const person = makePerson({
    fullName: `Nguyễn ${word} An`,
    identityDocument: { type: 'cccd', number },
    address: { ...home, hamlet: `Xóm ${word}` },
    phone: `09${tail}`,
    email: `${word}@example.vn`,
  })
  return {
    phone: `+849${tail}`,
    number,
    home,
    person,
    canaries: [word.toLowerCase(), number, tail],
  }
})

/** Which owners' words are in a text, beside those that were said already. */
export function findOwners(text: string, said = ''): number[] {
  const [folded, known] = [text.toLowerCase(), said.toLowerCase()]
  return owners.flatMap(({ canaries }, index) =>
    canaries.some((canary) => folded.includes(canary) && !known.includes(canary)) ? [index] : [],
  )
}
