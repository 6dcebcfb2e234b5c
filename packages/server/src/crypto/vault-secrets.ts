/** A key that seals: `id` is written in front of what it sealed. */
interface EncryptionKey {
  /** Letters, digits, `-` and `_`. */
  readonly id: string
  /** 32 random bytes. */
  readonly secret: Uint8Array
}

/** What a vault is made of. Three secrets, so that each can be kept, backed up and replaced apart. */
export interface VaultSecrets {
  readonly indexKey: Uint8Array
  readonly otpKey: Uint8Array
  /** The first one seals, all of them open. */
  readonly encryptionKeys: readonly EncryptionKey[]
}
