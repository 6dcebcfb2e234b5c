import {
  createClient,
  createMemorySession,
  getConfig,
  requestOtp,
  submitDeclaration,
  verifyOtp,
} from '@kbyt/sdk'
import type { Config, FiledDeclaration } from '@kbyt/sdk/schema'
import { type SeedPerson, toDeclaredPerson } from './sample-person.js'

/** How the mock declares for its people. */
export interface SeedOptions {
  /** Who declares. @defaultValue `'0905123456'` */
  readonly phone?: string
}

interface Connection {
  readonly fetch: typeof globalThis.fetch
  lastCode(phone: string): string
}

/** Declares for these people as a citizen would: through the API, with a code from the inbox. */
export async function seed(
  { fetch, lastCode }: Connection,
  people: readonly SeedPerson[],
  { phone = '0905123456' }: SeedOptions,
): Promise<FiledDeclaration> {
  const session = createMemorySession()
  const client = createClient({ baseUrl: 'http://localhost', fetch, session })
  const config = await getConfig(client)
  const { challengeId } = await requestOtp(client, { phone, purpose: 'declare' })
  await verifyOtp(client, { challengeId, code: lastCode(phone) })
  return submitDeclaration(client, {
    kind: 'domestic',
    people: people.map((person, position) => toDeclaredPerson(person, position, config)),
    consents: requiredConsents(config),
  })
}

function requiredConsents({ consents }: Config) {
  return consents
    .filter(({ isRequired }) => isRequired)
    .map(({ purpose, version }) => ({ purpose, version, language: 'vi' as const }))
}
