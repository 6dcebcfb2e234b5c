import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readSmsSettings } from './read-sms-settings.js'

const esms = {
  KBYT_SMS_GATEWAY: 'esms',
  KBYT_SMS_API_KEY: 'key',
  KBYT_SMS_SECRET_KEY: 'hush-hush',
  KBYT_SMS_SENDER: 'KBYT.HUE',
}
const smpp = {
  KBYT_SMS_GATEWAY: 'smpp',
  KBYT_SMS_HOST: 'smsc.example',
  KBYT_SMS_SYSTEM_ID: 'kbyt',
  KBYT_SMS_PASSWORD: 'hush-hush',
  KBYT_SMS_SENDER: 'KBYT.HUE',
}
const vnpt = {
  KBYT_SMS_GATEWAY: 'vnpt',
  KBYT_SMS_LABEL_ID: '1',
  KBYT_SMS_CONTRACT_ID: '2',
  KBYT_SMS_TEMPLATE_ID: '3',
  KBYT_SMS_AGENT_ID: '4',
  KBYT_SMS_API_USER: 'user',
  KBYT_SMS_API_PASSWORD: 'hush-hush',
  KBYT_SMS_USERNAME: 'name',
}
const template = {
  url: 'https://sms.example',
  phone: '84',
  body: { to: '{to}' },
  accepted: [{ path: 'code', equals: '0' }],
}

async function writeSecret(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-sms-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'secret')
  await writeFile(file, text)
  return file
}

it('takes no gateway for no gateway', () => {
  expect(readSmsSettings({ PATH: '/bin', KBYT_SMS_GATEWAY: '', KBYT_PORT: '1' })).toBeUndefined()
})

it('reads a gateway with its defaults', () => {
  expect(readSmsSettings(esms)).toEqual({
    gateway: 'esms',
    apiKey: 'key',
    secretKey: 'hush-hush',
    sender: 'KBYT.HUE',
    isSandbox: false,
    isWebOtpAllowed: false,
    timeoutMs: 10_000,
  })
})

it('reads numbers, yes and no', () => {
  const settings = readSmsSettings({
    ...smpp,
    KBYT_SMS_HOST: '10.8.0.1',
    KBYT_SMS_TLS: 'false',
    KBYT_SMS_PORT: '2776',
    KBYT_SMS_WEB_OTP_ALLOWED: 'true',
    KBYT_SMS_TIMEOUT_MS: '2000',
  })

  expect(settings).toMatchObject({
    isTls: false,
    port: 2776,
    isWebOtpAllowed: true,
    timeoutMs: 2000,
  })
})

it('reads a secret and a template out of files', async () => {
  const secret = await writeSecret('hush-hush\n')
  const file = await writeSecret(JSON.stringify(template))

  const settings = readSmsSettings({
    KBYT_SMS_GATEWAY: 'http',
    KBYT_SMS_SECRET_FILE: secret,
    KBYT_SMS_TEMPLATE_FILE: file,
  })

  expect(settings).toMatchObject({
    gateway: 'http',
    secret: 'hush-hush',
    template: { ...template, format: 'json', headers: {} },
  })
})

const long = 'x'.repeat(160)
it.each([
  [{ KBYT_SMS_GATEWAY: 'twilio' }, 'KBYT_SMS_GATEWAY must be one of console, esms, speedsms,'],
  [{ KBYT_SMS_API_KEY: 'hush-hush' }, 'KBYT_SMS_GATEWAY must be one of'],
  [{ ...esms, KBYT_SMS_SECRET_KEY: '' }, 'KBYT_SMS_SECRET_KEY is needed by the SMS gateway esms'],
  [{ ...esms, KBYT_SMS_APIKEY: 'hush-hush' }, 'KBYT_SMS_APIKEY is no setting of SMS'],
  [{ ...esms, KBYT_SMS_PORT: '1' }, 'KBYT_SMS_PORT is no setting of the SMS gateway esms'],
  [{ ...esms, KBYT_SMS_SENDER: 'BO Y TE HUE 1' }, 'KBYT_SMS_SENDER must be a brandname'],
  [{ ...esms, KBYT_SMS_SANDBOX: '1' }, 'KBYT_SMS_SANDBOX must be true or false'],
  [{ ...esms, KBYT_SMS_API_KEY: 'a\nb' }, 'KBYT_SMS_API_KEY must be 1 to 200 signs'],
  [{ ...esms, KBYT_SMS_TIMEOUT_MS: '60000' }, 'KBYT_SMS_TIMEOUT_MS'],
  [{ ...esms, KBYT_SMS_TIMEOUT_MS: 'soon' }, 'KBYT_SMS_TIMEOUT_MS must be a number'],
  [{ ...esms, KBYT_SMS_URL: 'http://sms.example' }, 'KBYT_SMS_URL must be an https address'],
  [{ ...esms, KBYT_SMS_URL: 'https://me:hush@sms.example' }, 'KBYT_SMS_URL must be an https'],
  [{ ...esms, KBYT_SMS_URL: 'http://127.0.0.1.example' }, 'KBYT_SMS_URL must be an https address'],
  [{ ...esms, KBYT_SMS_WORDING: 'Ma cua ban' }, 'KBYT_SMS_WORDING must have {code} once'],
  [{ ...esms, KBYT_SMS_WORDING: 'Mã {code}' }, 'KBYT_SMS_WORDING must have {code} once'],
  [{ ...esms, KBYT_SMS_WORDING: '{code} @ {code}' }, 'KBYT_SMS_WORDING must have {code} once'],
  [{ ...esms, KBYT_SMS_WORDING: `{code}${long}` }, 'KBYT_SMS_WORDING must have {code} once'],
  [{ ...esms, KBYT_SMS_SECRET_KEY_FILE: '/none' }, 'KBYT_SMS_SECRET_KEY_FILE names a file'],
  [vnpt, 'KBYT_SMS_URL is needed by the SMS gateway vnpt'],
  [{ ...smpp, KBYT_SMS_TLS: 'false' }, 'KBYT_SMS_TLS must be true for a host outside'],
  [{ ...smpp, KBYT_SMS_HOST: 'a b' }, 'KBYT_SMS_HOST must be a host name'],
  [{ KBYT_SMS_GATEWAY: 'http' }, 'KBYT_SMS_TEMPLATE is needed by the SMS gateway http'],
  [{ KBYT_SMS_GATEWAY: 'http', KBYT_SMS_TEMPLATE: 'x' }, 'KBYT_SMS_TEMPLATE'],
  [
    {
      KBYT_SMS_GATEWAY: 'http',
      KBYT_SMS_TEMPLATE: JSON.stringify({ ...template, url: 'http://sms.example' }),
    },
    'KBYT_SMS_TEMPLATE at url: must be an https address',
  ],
])('refuses %o in a sentence that names the variable and no value', (environment, sentence) => {
  const read = () => readSmsSettings(environment)

  expect(read).toThrow(sentence)
  expect(read).not.toThrow('hush')
})

it('refuses a secret that is given twice', async () => {
  const file = await writeSecret('hush-hush')

  const read = () => readSmsSettings({ ...esms, KBYT_SMS_SECRET_KEY_FILE: file })

  expect(read).toThrow('KBYT_SMS_SECRET_KEY is given twice')
})
