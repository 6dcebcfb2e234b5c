/** A device's own key for my QR. Its private half never leaves WebCrypto. */
export interface HolderKey {
  /** The public half as a compressed point of 33 bytes, base64url: what a grant is asked for with. */
  readonly publicKey: string
  /** ECDSA with SHA-256; r ‖ s, with s in the lower half. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

/** Where a device keeps the key pair. Neither half is ever turned into bytes of a private key. */
export interface HolderKeyStore {
  load(): Promise<CryptoKeyPair | undefined>
  /** Keeps a pair unless there is one already, in one step, and returns the one that is kept. */
  add(pair: CryptoKeyPair): Promise<CryptoKeyPair>
  clear(): Promise<void>
}
