import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSettings } from './settings.js'
import { settingForms } from './settings-schema.js'

async function writeSettings(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-settings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'settings.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

it.each([
  [{ KBYT_PORT: 'http' }, 'KBYT_PORT must be the port'],
  [{ KBYT_PORT: '70000' }, 'KBYT_PORT must be the port'],
  [{ KBYT_DATABASE_URL: 'mysql://x' }, 'KBYT_DATABASE_URL must be postgres://'],
  [{ KBYT_DATABASE_POOL: '0' }, 'KBYT_DATABASE_POOL must be connections'],
  [{ KBYT_ORIGINS: 'https://a.vn/path' }, 'KBYT_ORIGINS must be'],
  [{ KBYT_PUBLISHABLE_KEYS: 'kbyt_pk_a' }, 'KBYT_PUBLISHABLE_KEYS must be'],
  [{ KBYT_TRUSTED_PROXIES: 'proxy.local' }, 'KBYT_TRUSTED_PROXIES must be'],
  [{ KBYT_TRUSTED_PROXIES: '10.0.0.0/33' }, 'KBYT_TRUSTED_PROXIES must be'],
  [{ KBYT_METRICS_NETWORKS: 'abc/8' }, 'KBYT_METRICS_NETWORKS must be'],
  [{ KBYT_METRICS_TOKEN: 'short' }, 'KBYT_METRICS_TOKEN must be'],
  [{ KBYT_LOG_LEVEL: 'loud' }, 'KBYT_LOG_LEVEL must be info, warn'],
  [{ KBYT_SMS_GATEWAY: 'pigeon' }, 'KBYT_SMS_GATEWAY must be'],
  [
    { KBYT_DATABASE_URL_FILE: '/nowhere' },
    'KBYT_DATABASE_URL_FILE names a file that cannot be read',
  ],
  [{ KBYT_CONFIG_FILE: '/nowhere' }, 'KBYT_CONFIG_FILE: /nowhere cannot be read'],
])('refuses %j in a sentence that names the variable', (environment, sentence) => {
  expect(() => readSettings(environment)).toThrow(sentence)
})

it('reads lists and keys, and takes an empty variable for an absent one', () => {
  const settings = readSettings({
    KBYT_PORT: '',
    KBYT_ORIGINS: 'https://a.vn, http://localhost:1',
    KBYT_PUBLISHABLE_KEYS: 'kbyt_pk_a=https://a.vn,https://b.vn; kbyt_pk_b=https://c.vn',
  })

  expect(settings).toMatchObject({
    KBYT_PORT: 4391,
    KBYT_ENVIRONMENT: 'production',
    KBYT_ORIGINS: ['https://a.vn', 'http://localhost:1'],
    KBYT_PUBLISHABLE_KEYS: [
      { key: 'kbyt_pk_a', origins: ['https://a.vn', 'https://b.vn'] },
      { key: 'kbyt_pk_b', origins: ['https://c.vn'] },
    ],
  })
})

describe('a file of settings', () => {
  it('says the same as the environment, in its own shapes', async () => {
    const file = await writeSettings({
      port: 80,
      origins: ['https://a.vn', 'https://b.vn'],
      publishableKeys: { kbyt_pk_a: ['https://c.vn'] },
      databaseTimeoutSeconds: 7,
      sms: { gateway: 'speedsms', accessToken: 'hush-hush', sender: 'KBYT', isWebOtpAllowed: true },
    })

    expect(readSettings({ KBYT_CONFIG_FILE: file })).toMatchObject({
      KBYT_PORT: 80,
      KBYT_ORIGINS: ['https://a.vn', 'https://b.vn'],
      KBYT_PUBLISHABLE_KEYS: [{ key: 'kbyt_pk_a', origins: ['https://c.vn'] }],
      KBYT_DATABASE_TIMEOUT_SECONDS: 7,
      sms: { gateway: 'speedsms', accessToken: 'hush-hush', isWebOtpAllowed: true },
    })
  })

  it('gives way to the environment, variable by variable', async () => {
    const file = await writeSettings({ port: 80, host: '0.0.0.0' })

    const settings = readSettings({ KBYT_CONFIG_FILE: file, KBYT_PORT: '81' })

    expect(settings).toMatchObject({ KBYT_PORT: 81, KBYT_HOST: '0.0.0.0' })
  })

  it.each([
    [{ prot: 80 }, 'prot in'],
    [{ port: 'http' }, /^KBYT_PORT must be the port.*settings\.json\)$/],
    [{ configFile: 'other.json' }, 'configFile in'],
    [{ sms: 'esms' }, 'sms in'],
    [{ sms: { gateway: 'esms', apiKey: 'x' } }, 'KBYT_SMS_SECRET_KEY is needed'],
    ['{', 'cannot be read as a JSON object'],
    ['[]', 'cannot be read as a JSON object'],
  ])('is refused with %j, in a sentence that says where', async (content, sentence) => {
    const file = await writeSettings(content)

    expect(() => readSettings({ KBYT_CONFIG_FILE: file })).toThrow(sentence)
  })
})

it('takes a secret out of a file of its own, and not from two places', async () => {
  const file = await writeSettings('postgres://kbyt:hush@db/kbyt\n')

  expect(readSettings({ KBYT_DATABASE_URL_FILE: file }).KBYT_DATABASE_URL).toBe(
    'postgres://kbyt:hush@db/kbyt',
  )
  expect(() =>
    readSettings({ KBYT_DATABASE_URL_FILE: file, KBYT_DATABASE_URL: 'postgres://x/y' }),
  ).toThrow('given twice')
})

it('repeats no value in what it says', () => {
  const wrong = { KBYT_DATABASE_URL: 'mysql://CANARY', KBYT_METRICS_TOKEN: 'CANARY' }

  for (const [name, value] of Object.entries(wrong)) {
    expect(() => readSettings({ [name]: value })).toThrow(/^(?!.*CANARY)/)
  }
})

it('is explained setting by setting in docs/how-to/configure.md', async () => {
  const page = await readFile(
    new URL('../../../../docs/how-to/configure.md', import.meta.url),
    'utf8',
  )
  const rows = [...page.matchAll(/^\| `(KBYT_\w+)` \| `?(\w*)`? \| (.*) \|$/gm)].map(
    ([, name, field, text]) => ({ name, field, text }),
  )
  const toField = (name: string) =>
    name
      .replace('KBYT_', '')
      .toLowerCase()
      .replace(/_(\w)/g, (_all, letter) => letter.toUpperCase())

  expect(rows).toEqual(
    Object.entries(settingForms).map(([name, text]) => ({
      name,
      field: name === 'KBYT_CONFIG_FILE' ? '' : toField(name),
      text,
    })),
  )
})
