import { jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { answerWith, startHttpCatcher } from '../sms/gateways/http-catcher.setup.js'
import { makeSmsMessage, toOutcome } from '../sms/gateways/message.setup.js'
import { createSmsGateway, type OperatorSettings } from './create-sms-gateway.js'

const clock = { now: () => Date.parse('2021-03-03T08:00:00+07:00') }
const text = 'Ma xac thuc khai bao y te cua ban la 123456, hieu luc 5 phut.'
const json = 'application/json; charset=utf-8'

/** Sends a message through the gateway of the settings to an operator that answers with `answer`. */
async function send(settings: OperatorSettings, answer: unknown) {
  const { url, requests } = await startHttpCatcher(answerWith(answer))
  const gateway = createSmsGateway(settings, {
    clock,
    fetch: (_operator, request) => fetch(url, request),
  })
  const outcome = await toOutcome(gateway.send(makeSmsMessage()))
  const [request] = requests
  return { outcome, request, body: request && JSON.parse(request.body) }
}

const esms: OperatorSettings = {
  gateway: 'esms',
  apiKey: 'key',
  secretKey: 'secret',
  sender: 'KBYT.HUE',
}
const speedsms: OperatorSettings = { gateway: 'speedsms', accessToken: 'token', sender: 'KBYT.HUE' }
const stringee: OperatorSettings = {
  gateway: 'stringee',
  keySid: 'SK1',
  keySecret: 'secret',
  sender: 'KBYT.HUE',
}
const vnpt: OperatorSettings = {
  gateway: 'vnpt',
  url: 'https://vnpt.example/api',
  labelId: '11',
  contractId: '22',
  templateId: '33',
  agentId: '44',
  apiUser: 'user',
  apiPassword: 'password',
  username: 'name',
}

it('asks eSMS as its manual says', async () => {
  const { outcome, request, body } = await send(esms, { CodeResult: '100', SMSID: 'd5' })

  expect(outcome).toBe('sent')
  expect(request).toMatchObject({
    method: 'POST',
    headers: { 'content-type': json, accept: 'application/json' },
  })
  expect(body).toEqual({
    ApiKey: 'key',
    SecretKey: 'secret',
    Phone: '0905123456',
    Content: text,
    Brandname: 'KBYT.HUE',
    SmsType: '2',
    IsUnicode: '0',
    Sandbox: '0',
    RequestId: '0195b3a0-0000-7000-8000-000000000001',
  })
})

it('tries eSMS out without sending', async () => {
  const { body } = await send({ ...esms, isSandbox: 'true' }, { CodeResult: '100' })

  expect(body.Sandbox).toBe('1')
})

it('asks SpeedSMS with its token as the user, and the type as a number', async () => {
  const taken = {
    status: 'success',
    code: '00',
    data: { tranId: 1, totalSMS: 1, invalidPhone: [] },
  }

  const { outcome, request, body } = await send(speedsms, taken)

  expect(outcome).toBe('sent')
  expect(request?.headers.authorization).toBe(`Basic ${btoa('token:x')}`)
  expect(body).toEqual({ to: ['0905123456'], content: text, sms_type: 3, sender: 'KBYT.HUE' })
})

it('asks Stringee with a token of its own for each request', async () => {
  const { outcome, request, body } = await send(stringee, { smsSent: '1', result: [{ r: 0 }] })

  const { protectedHeader, payload } = await jwtVerify(
    String(request?.headers['x-stringee-auth']),
    new TextEncoder().encode('secret'),
    { currentDate: new Date(clock.now()) },
  )
  const nowSeconds = clock.now() / 1000
  expect(outcome).toBe('sent')
  expect(protectedHeader).toEqual({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' })
  expect(payload).toEqual({
    jti: `SK1-${nowSeconds}`,
    iss: 'SK1',
    exp: nowSeconds + 300,
    rest_api: true,
  })
  expect(body).toEqual({ sms: [{ from: 'KBYT.HUE', to: '84905123456', text }] })
})

it('asks VNPT by template and parameters', async () => {
  const taken = { RPLY: { name: 'send_sms_list', ERROR: '0', ERROR_DESC: 'success' } }

  const { outcome, body } = await send(vnpt, taken)

  expect(outcome).toBe('sent')
  expect(body).toEqual({
    RQST: {
      name: 'send_sms_list',
      REQID: '0195b3a0-0000-7000-8000-000000000001',
      LABELID: '11',
      CONTRACTTYPEID: '1',
      CONTRACTID: '22',
      TEMPLATEID: '33',
      PARAMS: [{ NUM: '1', CONTENT: '123456' }],
      SCHEDULETIME: '',
      MOBILELIST: '84905123456',
      ISTELCOSUB: '0',
      AGENTID: '44',
      APIUSER: 'user',
      APIPASS: 'password',
      USERNAME: 'name',
      DATACODING: '0',
    },
  })
})

const template = {
  url: 'https://sms.example/send',
  headers: { 'X-Key': '{secret}', Authorization: 'Basic {basic}' },
  phone: '+84',
  body: { phone: '{to}', ref: '{template}/{messageId}', code: '{params.code}', ttl: 5 },
  accepted: [{ path: 'ok', equals: 'true' }],
}

it('asks any other operator as a template says', async () => {
  const settings = { template, username: 'me', secret: 'hush' }

  const { outcome, request, body } = await send({ gateway: 'http', ...settings }, { ok: true })

  expect(outcome).toBe('sent')
  expect(request?.headers).toMatchObject({
    'x-key': 'hush',
    authorization: `Basic ${btoa('me:hush')}`,
  })
  expect(body).toEqual({
    phone: '+84905123456',
    ref: 'otp/0195b3a0-0000-7000-8000-000000000001',
    code: '123456',
    ttl: 5,
  })
})

it.each([
  ['eSMS', esms, { CodeResult: '101', ErrorMessage: 'Authorize Failed' }, 'CodeResult=101'],
  ['eSMS', esms, { CodeResult: 146, ErrorMessage: 'Sai template' }, 'CodeResult=146'],
  ['SpeedSMS', speedsms, { status: 'error', code: '105', message: 'phone invalid' }, 'code=105'],
  ['Stringee', stringee, { smsSent: '0', result: [{ r: 4, msg: 'no' }] }, 'result.0.r=4'],
  ['VNPT', vnpt, { RPLY: { ERROR: '13', ERROR_DESC: 'label' } }, 'RPLY.ERROR=13'],
])('takes a no of %s for final: %#', async (_operator, settings, answer, reason) => {
  const { outcome } = await send(settings, answer)

  expect(outcome).toBe(`rejected ${reason}`)
})

it.each([
  ['a value that is not set', { ...template, body: { token: '{token}' } }],
  ['a member every object has', { ...template, body: { token: '{constructor}' } }],
  ['a header no request may have', { ...template, headers: { 'X Key': '1' } }],
])('refuses a template with %s before a code depends on it', (_name, wrong) => {
  expect(() => createSmsGateway({ gateway: 'http', template: wrong })).toThrow(TypeError)
})

it('asks each operator at its own address unless another is given, which TLS protects', async () => {
  const addresses: string[] = []
  const note = async (url: string | URL | Request) => {
    addresses.push(String(url))
    return new Response()
  }
  const url = 'https://sandbox.example/send'

  for (const settings of [esms, speedsms, stringee, vnpt, { ...esms, url }]) {
    await toOutcome(createSmsGateway(settings, { fetch: note }).send(makeSmsMessage()))
  }

  expect(addresses).toEqual([
    'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/',
    'https://api.speedsms.vn/index.php/sms/send',
    'https://api.stringee.com/v1/sms',
    'https://vnpt.example/api',
    url,
  ])
  expect(() => createSmsGateway({ ...esms, url: 'http://esms.example' })).toThrow(/^url: must be/)
})
