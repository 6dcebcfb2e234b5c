import type { SmsGateway, SmsMessage } from '../../ports.js'
import { SmsFailure } from '../sms-failure.js'
import { checkStatus } from './check-status.js'
import type { TemplateValues } from './fill-template.js'
import type { HttpTemplate } from './http-template.js'
import { judgeAnswer } from './judge-answer.js'
import { readText } from './read-text.js'
import { toFetchFailure } from './to-fetch-failure.js'
import { toHttpRequest } from './to-http-request.js'

export interface HttpGatewayOptions
  extends Pick<SmsGateway, 'name' | 'isWebOtpAllowed' | 'wording'> {
  readonly template: HttpTemplate
  /** What the template's `{name}`s stand for beside the message. */
  readonly values: TemplateValues
  /** Values that are made anew for each request, such as a token. @defaultValue none */
  readonly createValues?: () => Promise<TemplateValues>
  readonly timeoutMs: number
  readonly fetch: typeof fetch
}

/** A gateway that asks an operator over HTTP, as a template says. It follows no redirect. */
export function createHttpGateway(options: HttpGatewayOptions): SmsGateway {
  const { name, isWebOtpAllowed, wording, template, values, createValues, timeoutMs } = options

  async function ask(message: SmsMessage): Promise<Response> {
    const made = await createValues?.()
    const request = toHttpRequest(template, { ...values, ...made }, message)
    const signal = AbortSignal.timeout(timeoutMs)
    return options
      .fetch(template.url, { method: 'POST', ...request, redirect: 'manual', signal })
      .catch((error: unknown) => {
        throw toFetchFailure(error)
      })
  }

  return {
    name,
    isWebOtpAllowed,
    wording,
    async send(message) {
      const response = await ask(message)
      const text = await readText(response).catch((cause: unknown) => {
        throw new SmsFailure('unknown', 'answer_broken', { cause })
      })
      checkStatus(response.status)
      judgeAnswer(text, template.accepted)
    },
  }
}
