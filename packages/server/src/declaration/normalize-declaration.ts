import {
  type Declaration,
  type DeclaredPerson,
  type Journey,
  type Person,
  toContactE164,
  toDocumentNumber,
  toMobileE164,
  toPlainText,
} from '@kbyt/sdk/schema'
import { normalizeLines } from './normalize-lines.js'

/** How a declaration is stored: names in NFC, one form per phone and document number. */
export function normalizeDeclaration(declaration: Declaration): Declaration {
  const people = declaration.people.map(normalizeDeclaredPerson)
  return declaration.kind === 'entry'
    ? { ...declaration, people, journey: normalizeJourney(declaration.journey) }
    : { ...declaration, people }
}

function normalizeDeclaredPerson(declared: DeclaredPerson): DeclaredPerson {
  return { ...declared, person: normalizePerson(declared.person) }
}

/** A person as it is stored. */
export function normalizePerson(person: Person): Person {
  const { identityDocument, phone, address } = person
  return {
    ...person,
    fullName: toPlainText(person.fullName),
    identityDocument: {
      type: identityDocument.type,
      number: toDocumentNumber(identityDocument.number),
    },
    ...(phone === undefined ? {} : { phone: toMobileE164(phone) ?? phone }),
    address: normalizeLines(address, ['hamlet', 'street']),
  }
}

function normalizeJourney(journey: Journey): Journey {
  const { hostPhone, origin, destination, stays } = journey
  return {
    ...normalizeLines(journey, [
      'sentBy',
      'vehicleNumber',
      'seat',
      'destinationAddress',
      'hostName',
    ]),
    origin: normalizeLines(origin, ['hamlet']),
    destination: normalizeLines(destination, ['hamlet']),
    stays: stays.map((stay) => normalizeLines(stay, ['hamlet'])),
    ...(hostPhone === undefined ? {} : { hostPhone: toContactE164(hostPhone) ?? hostPhone }),
  }
}
