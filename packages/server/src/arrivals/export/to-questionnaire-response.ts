import { exportFields } from './fields.js'
import type { NamedArrival } from './name-arrival.js'

/** An arrival as a FHIR R4 QuestionnaireResponse; what the declaration does not say has no item. */
export function toQuestionnaireResponse(named: NamedArrival, questionnaire: string) {
  const { arrivalId, personId, declarationId, declaredAt, state, person } = named.arrival
  const item = exportFields.flatMap((field) => {
    const value = field.read(named)
    return value === undefined ? [] : [toItem(field.linkId, toAnswer(field.type, value))]
  })
  return {
    resourceType: 'QuestionnaireResponse',
    id: arrivalId,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${declarationId}` },
    questionnaire,
    // withdrawn by the declarer
    status: state === 'cancelled' ? 'entered-in-error' : 'completed',
    subject: {
      type: 'Patient',
      identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${personId}` },
      display: person.fullName,
    },
    authored: declaredAt,
    item,
  }
}

const toItem = (linkId: string, answer: Answer) => ({ linkId, answer: [answer] })

type Answer = { valueString: string } | { valueDate: string } | { valueDateTime: string }

function toAnswer(type: (typeof exportFields)[number]['type'], value: string): Answer {
  if (type === 'date') return { valueDate: value }
  if (type === 'instant') return { valueDateTime: new Date(value).toISOString() }
  return { valueString: value }
}
