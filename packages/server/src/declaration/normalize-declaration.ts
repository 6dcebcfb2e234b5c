import {
  type Address,
  type Declaration,
  type DeclaredPerson,
  type Person,
  toDocumentNumber,
  toMobileE164,
  toPlainText,
} from '@kbyt/sdk/schema'

/** How a declaration is stored: names in NFC, one form per phone and document number. */
export function normalizeDeclaration(declaration: Declaration): Declaration {
  return { ...declaration, people: declaration.people.map(normalizeDeclaredPerson) }
}

function normalizeDeclaredPerson(declared: DeclaredPerson): DeclaredPerson {
  return { ...declared, person: normalizePerson(declared.person) }
}

function normalizePerson(person: Person): Person {
  const { identityDocument, phone, address } = person
  return {
    ...person,
    fullName: toPlainText(person.fullName),
    identityDocument: {
      type: identityDocument.type,
      number: toDocumentNumber(identityDocument.number),
    },
    ...(phone === undefined ? {} : { phone: toMobileE164(phone) ?? phone }),
    address: normalizeAddress(address),
  }
}

function normalizeAddress(address: Address): Address {
  const { hamlet, street } = address
  return {
    ...address,
    ...(hamlet === undefined ? {} : { hamlet: toPlainText(hamlet) }),
    ...(street === undefined ? {} : { street: toPlainText(street) }),
  }
}
