import { encode } from 'jose/base64url'
import { CompactSign } from 'jose/jws/compact/sign'
import { importJWK } from 'jose/key/import'
import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type ImportedDeclaration,
  type ImportReceipt,
  type ImportSource,
  importDeclarationsEndpoint,
} from '../schema/import.js'

/** A private key as JSON (RFC 7517), whose public half the portal holds under the same `kid`. */
export interface ImportKey {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly d: string
  readonly kid: string
}

/** What is sent, by whom, to whom. */
export interface ImportInput {
  readonly source: ImportSource
  readonly key: ImportKey
  /** The portal's, as `config.issuer` says it. */
  readonly issuer: string
  /** At most 10,000. */
  readonly declarations: readonly ImportedDeclaration[]
}

const encoder = new TextEncoder()

/**
 * Passes on declarations that were made in a national system, signed for this one body. To send them
 * again is safe: what came in before is a duplicate.
 *
 * @throws {KbytError} `key_unknown`: the portal does not hold this key; `import_stale`: the clock of this
 * machine is wrong; `body_too_large`, `input_invalid`: send fewer at a time; `timed_out`: thousands of
 * lines take longer than a client waits by default, so give it a `timeoutMs` of minutes, and send again. A
 * line that is not taken is no error: look at `results`.
 * @example
 * import { type Client } from '@kbyt/sdk'
 * import { importDeclarations, type ImportInput } from '@kbyt/sdk/feed'
 *
 * async function send(client: Client, input: ImportInput) {
 *   const { results } = await importDeclarations(client, input)
 *   return results.filter(({ result }) => result === 'invalid')
 * }
 */
export async function importDeclarations(
  client: Client,
  { source, key, issuer, declarations }: ImportInput,
  { signal }: CallOptions = {},
): Promise<ImportReceipt> {
  signal?.throwIfAborted()
  const body = encoder.encode(declarations.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const digest = encode(new Uint8Array(await crypto.subtle.digest('SHA-256', body)))
  const iat = Math.floor(Date.now() / 1_000)
  const token = await sign({ iss: source, aud: issuer, iat, digest }, key)
  return call(client, importDeclarationsEndpoint, { body }, { signal, token })
}

async function sign(claims: object, key: ImportKey): Promise<string> {
  const header = { alg: 'ES256', typ: 'kbyt-import', kid: key.kid }
  const privateKey = await importJWK({ ...key }, 'ES256')
  return new CompactSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader(header)
    .sign(privateKey)
}
