/** A partner who embeds from pages of their own. */
export interface PartnerRow {
  /** What their pages send: `kbyt_pk_…`, no secret. */
  readonly publishableKey: string
  /** For whoever runs the server. */
  readonly name: string
  readonly origins: readonly string[]
  readonly createdAt: number
}

/** The partners of this backend: few, read whole. */
export interface PartnerStore {
  /** All of them, by name. */
  listPartners(): Promise<PartnerRow[]>
  /** Keeps a partner; one with this key gets the new name and origins, and stays as old as it was. */
  savePartner(partner: PartnerRow): Promise<void>
  /** Whether there was one. */
  removePartner(publishableKey: string): Promise<boolean>
}
