import type { Config } from '@kbyt/sdk/schema'
import type { NamedArrival } from './name-arrival.js'
import { toQuestionnaire } from './to-questionnaire.js'
import { toQuestionnaireResponse } from './to-questionnaire-response.js'

/**
 * The arrivals as one FHIR R4 Bundle: the Questionnaire they answer, then a QuestionnaireResponse each.
 */
export async function* writeFhir(
  arrivals: AsyncIterable<NamedArrival>,
  config: Config,
  nowMs: number,
): AsyncGenerator<string> {
  const questionnaire = toQuestionnaire(config)
  const timestamp = new Date(nowMs).toISOString()
  yield `{"resourceType":"Bundle","type":"collection","timestamp":"${timestamp}","entry":[`
  yield JSON.stringify({ fullUrl: questionnaire.url, resource: questionnaire })
  for await (const named of arrivals) {
    const resource = toQuestionnaireResponse(named, questionnaire.url)
    yield `,\n${JSON.stringify({ fullUrl: `urn:uuid:${resource.id}`, resource })}`
  }
  yield ']}'
}
