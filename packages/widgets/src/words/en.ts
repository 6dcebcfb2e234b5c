import { errors } from './errors.en.js'
import { issues } from './issues.en.js'
import type { SharedWords } from './vi.js'

export const en: SharedWords = {
  errors,
  issues,
  common: {
    back: 'Back',
    next: 'Continue',
    cancel: 'Cancel',
    retry: 'Try again',
    close: 'Close',
    change: 'Change',
    remove: 'Remove',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose',
    optional: 'optional',
    provenPhone: 'Phone number',
    signOut: 'Sign out',
    loading: 'Loading…',
    sending: 'Sending…',
    summaryTitle: 'There is something to correct',
    errorLabel: 'Error:',
    aWhile: 'a few minutes',
    notConnected: 'Not connected to the service. The page must say where it is (attribute api).',
  },
}
