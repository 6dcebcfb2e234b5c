import { createHash } from 'node:crypto'
import { generateSigningKey, type SigningKey } from '@kbyt/sdk/qr/sign'
import type { ImportedDeclaration, ImportReceipt } from '@kbyt/sdk/schema'
import { CompactSign, importJWK } from 'jose'
import { ownOrigin, setup, startMs, type TestBackend } from '../backend.setup.js'
import { defaultConfig } from '../portal/default-config.js'
import type { ImportSourceKeys } from '../ports.js'

export const ncoviKey = await generateSigningKey()
export const bluezoneKey = await generateSigningKey()
const toPublic = ({ d: _d, ...key }: SigningKey) => key

export const importSources: ImportSourceKeys[] = [
  { source: 'ncovi', keys: [toPublic(ncoviKey)] },
  { source: 'bluezone', keys: [toPublic(bluezoneKey)] },
]

const toBytes = (text: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(text)

/** Signs claims as a source does; what is given wins over what fits. */
export async function signImport(
  body: string | Uint8Array,
  claims: object = {},
  header: object = {},
  key: SigningKey = ncoviKey,
): Promise<string> {
  const digest = createHash('sha256').update(toBytes(body)).digest('base64url')
  const iat = Math.floor(startMs / 1_000)
  const payload = { iss: 'ncovi', aud: defaultConfig.issuer, iat, digest, ...claims }
  return new CompactSign(toBytes(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: 'kbyt-import', kid: key.kid, ...header })
    .sign(await importJWK({ ...key }, 'ES256'))
}

export const setupImports = (overrides: Parameters<typeof setup>[0] = {}) =>
  setup({ importSources, ...overrides })

/** Sends a body with a token, as a source does. */
export async function sendImport(
  { app }: Pick<TestBackend, 'app'>,
  body: string | Uint8Array,
  token?: string,
  headers: Record<string, string> = {},
) {
  const response = await app.request(`${ownOrigin}/v1/imports`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      authorization: `Bearer ${token ?? (await signImport(body))}`,
      ...headers,
    },
    body: toBytes(body),
  })
  const json: ImportReceipt & { code?: string; issues?: unknown } = await response.json()
  return { status: response.status, json }
}

export function makeLine(overrides: Partial<ImportedDeclaration> = {}): ImportedDeclaration {
  return {
    externalId: crypto.randomUUID(),
    declaredAt: '2021-03-03T07:00:00.000+07:00',
    identityDocument: { type: 'cccd', number: '046190001234' },
    hasSymptom: false,
    hasContact: false,
    ...overrides,
  }
}

export const toBody = (...lines: unknown[]) =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
