/** What an issuer lets a device show as my QR, for a day at most. */
export interface GrantFacts {
  /** 16 hex digits: 8 random bytes. */
  readonly grantId: string
  /** Where the grant stands in the status lists: list number × 2^16 + slot. */
  readonly statusIndex: number
  /** Milliseconds since 1970; the grant keeps whole seconds. */
  readonly notBefore: number
  /** Whole hours after `notBefore`, 1 to 24. */
  readonly validHours: number
  /** See {@link toDisplayName}. */
  readonly displayName: string
  readonly birthYear: number
  /** The device's P-256 key as a compressed point of 33 bytes, base64url. */
  readonly holderKey: string
}

export const hourMs = 3_600_000
export const maxGrantHours = 24
export const pointLength = 33
