import type { Config } from '@kbyt/sdk/schema'
import { type ExportField, exportFields } from './fields.js'

/** How FHIR calls the types of our fields. */
const fhirTypes = {
  text: 'string',
  number: 'string',
  date: 'date',
  instant: 'dateTime',
} as const satisfies Record<ExportField['type'], string>

/** The FHIR R4 Questionnaire of an entry declaration: what the `linkId`s of the responses mean. */
export function toQuestionnaire({ issuer, portalName }: Pick<Config, 'issuer' | 'portalName'>) {
  return {
    resourceType: 'Questionnaire',
    id: 'kbyt-entry',
    url: `https://${issuer}/fhir/Questionnaire/kbyt-entry`,
    version: '1',
    name: 'KbytEntry',
    title: 'Khai báo về Huế',
    status: 'active',
    subjectType: ['Patient'],
    publisher: portalName.vi,
    language: 'vi',
    item: exportFields.map(({ linkId, label, type }) => ({
      linkId,
      text: label.vi,
      type: fhirTypes[type],
    })),
  }
}
