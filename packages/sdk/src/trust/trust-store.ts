/** Where a verifier keeps the last good bundle: as its JWS, which is checked again when it is read. */
export interface TrustStore {
  load(): Promise<string | undefined>
  save(jws: string): Promise<void>
}
