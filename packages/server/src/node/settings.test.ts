import { expect, it } from 'vitest'
import { readSettings } from './settings.js'

it.each([
  [{ KBYT_PORT: 'http' }, 'KBYT_PORT must be the port'],
  [{ KBYT_PORT: '70000' }, 'KBYT_PORT must be the port'],
  [{ KBYT_DATABASE_URL: 'mysql://x' }, 'KBYT_DATABASE_URL must be postgres://'],
  [{ KBYT_ORIGINS: 'https://a.vn/path' }, 'KBYT_ORIGINS must be'],
  [{ KBYT_PUBLISHABLE_KEYS: 'kbyt_pk_a' }, 'KBYT_PUBLISHABLE_KEYS must be'],
  [{ KBYT_TRUSTED_PROXIES: 'proxy.local' }, 'KBYT_TRUSTED_PROXIES must be'],
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
