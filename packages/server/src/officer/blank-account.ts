/** An account before anybody has signed in to it. */
export const blankAccount = {
  passwordHash: null,
  setupHash: null,
  setupExpiresAt: null,
  totpSealed: null,
  totpCounter: null,
  oidcIssuer: null,
  oidcSubject: null,
  venueCode: null,
  defaultPost: null,
  defaultReason: null,
  defaultDirection: null,
  defaultTab: null,
  disabledAt: null,
  sessionEpoch: 0,
} as const
