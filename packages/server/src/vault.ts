/** What needs secret keys: sealing records, blind indexes, MACs. Made by the host, so that the core knows no `node:` module. */
export interface Vault {
  /** AES-256-GCM of the value's JSON; the record's id and the key's id are authenticated, so a row cannot be moved. */
  seal(recordId: string, value: unknown): Promise<string>
  /** @throws when the text was not sealed under this record id by a key we hold. */
  open(recordId: string, sealed: string): Promise<unknown>
  /** HMAC of a normalised value, one key per kind: equal values meet, nobody can go back. */
  index(kind: IndexKind, value: string): Promise<string>
  /** SHA-256 as base64url; what the platform has for it is many times as fast as WebCrypto. */
  digest(data: string | Uint8Array<ArrayBuffer>): Promise<string>
  /** HMAC of a one-time code with its challenge. */
  macCode(challengeId: string, code: string): Promise<string>
}

/** What a blind index is of; each kind has a key of its own. */
export type IndexKind =
  | 'phone'
  | 'document'
  | 'child'
  | 'device-key'
  | 'hamlet'
  | 'network'
  | 'number-range'
  | 'principal'
  | 'subject'
  | 'import'
  | 'key-check'
