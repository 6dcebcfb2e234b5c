import type { Clock, SmsGateway, SmsMessage } from '../ports.js'
import { createHttpGateway, type HttpGatewayOptions } from '../sms/gateways/create-http-gateway.js'
import { createStringeeToken } from '../sms/gateways/create-stringee-token.js'
import { esms } from '../sms/gateways/esms.js'
import { toSpeedsms } from '../sms/gateways/speedsms.js'
import { stringee } from '../sms/gateways/stringee.js'
import { toHttpRequest } from '../sms/gateways/to-http-request.js'
import { vnpt } from '../sms/gateways/vnpt.js'
import { type SmsSettings, type SmsSettingsInput, smsSettingsSchema } from '../sms/sms-settings.js'
import { createSmppGateway } from './smpp/create-smpp-gateway.js'

/** The outside of a gateway; tests pass their own in. */
export interface SmsGatewayOptions {
  /** @defaultValue the machine's */
  readonly fetch?: typeof fetch
  /** @defaultValue the machine's */
  readonly clock?: Clock
}

/** The settings of a gateway that really sends. */
export type OperatorSettings = Exclude<SmsSettingsInput, { gateway: 'console' }>

/**
 * Makes the gateway that settings describe, which are those of the variables `KBYT_SMS_*`: `apiKey` is
 * `KBYT_SMS_API_KEY`.
 *
 * @throws {TypeError} naming the setting that cannot be meant, or what the template of `http` lacks.
 * @example
 * const sms = createSmsGateway({ gateway: 'esms', apiKey: '…', secretKey: '…', sender: 'KBYT.HUE' })
 * const backend = await openBackend({ sms, origins: ['https://kbyt.example'] })
 */
export function createSmsGateway(
  given: OperatorSettings,
  options: SmsGatewayOptions = {},
): SmsGateway {
  const settings = parse(given)
  if (settings.gateway === 'smpp') return createSmppGateway(settings)
  const { gateway: name, isWebOtpAllowed, wording, timeoutMs } = settings
  const http = { name, isWebOtpAllowed, wording, timeoutMs, fetch: options.fetch ?? fetch }
  return createHttpGateway({ ...http, ...toOperator(settings, options.clock ?? Date) })
}

type Parsed = Exclude<SmsSettings, { gateway: 'console' }>

function parse(given: OperatorSettings): Parsed {
  const { success, data, error } = smsSettingsSchema.safeParse(given)
  if (success && data.gateway !== 'console') return data
  const [issue] = error?.issues ?? []
  throw new TypeError(`${issue?.path.join('.') || 'gateway'}: ${issue?.message ?? 'no operator'}`)
}

/** Tries a template before a code depends on it. */
const example: SmsMessage = {
  messageId: '00000000-0000-7000-8000-000000000000',
  to: '+84900000000',
  template: 'otp',
  params: { code: '000000' },
  text: '000000',
}

type Operator = Pick<HttpGatewayOptions, 'template' | 'values' | 'createValues'>

function toOperator(settings: Exclude<Parsed, { gateway: 'smpp' }>, clock: Clock): Operator {
  switch (settings.gateway) {
    case 'esms': {
      const { url = esms.url, apiKey, secretKey, sender, isSandbox } = settings
      const sandbox = isSandbox ? '1' : '0'
      return { template: { ...esms, url }, values: { apiKey, secretKey, sender, sandbox } }
    }
    case 'speedsms': {
      const template = toSpeedsms(settings.smsType)
      const { url = template.url, accessToken, sender } = settings
      const basic = toBasic(accessToken, 'x')
      return { template: { ...template, url }, values: { basic, sender } }
    }
    case 'stringee': {
      const { url = stringee.url, keySid, keySecret, sender } = settings
      return {
        template: { ...stringee, url },
        values: { sender },
        createValues: async () => ({ token: await createStringeeToken(keySid, keySecret, clock) }),
      }
    }
    case 'vnpt': {
      const { url, labelId, contractTypeId, contractId, templateId, agentId } = settings
      const { apiUser, apiPassword, username } = settings
      const contract = { labelId, contractTypeId, contractId, templateId, agentId }
      return { template: { ...vnpt, url }, values: { ...contract, apiUser, apiPassword, username } }
    }
    case 'http': {
      const { template, username = '', secret = '', sender = '' } = settings
      const values = { username, secret, sender, basic: toBasic(username, secret) }
      toHttpRequest(template, values, example)
      return { template, values }
    }
  }
}

const toBasic = (username: string, password: string) => btoa(`${username}:${password}`)
