import type { LookupWords } from './lookup.vi.js'
import { en as shared } from './qr-view.en.js'

export const en: LookupWords = {
  ...shared,
  lookup: {
    submit: 'Look up',
    title: 'Your QR code',
    titleMany: 'QR codes of {count} people',
    declaredAt: 'Declared at {when}',
    loading: 'Looking for declarations…',
    none: 'No declaration has been made with the number {phone} yet.',
    found: '{count} QR codes found.',
    update: 'Update declaration',
    printAll: 'Print all',
    withdraw: 'Withdraw declaration',
    withdrawTitle: 'Withdraw this declaration?',
    withdrawWarning:
      'Its QR codes will no longer be valid, printed ones included. This cannot be undone; you can declare again if needed.',
    withdrawNo: 'Keep it',
    withdrawYes: 'Withdraw',
    withdrawing: 'Withdrawing…',
    withdrawn: 'The declaration was withdrawn.',
    sessionOver: 'Your session has ended. Please look up again.',
  },
}
