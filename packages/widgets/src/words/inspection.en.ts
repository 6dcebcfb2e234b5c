import { en as shared } from './en.js'
import type { InspectionWords } from './inspection.vi.js'
import { person as naming } from './person.en.js'

export const en: InspectionWords = {
  ...shared,
  ...naming,
  errors: {
    ...shared.errors,
    session_required: 'Please sign in to continue.',
    session_expired: 'Your session has ended. Please sign in again; what you typed is kept.',
    forbidden: 'This account may not look people up here. Please contact the administrator.',
    input_invalid: 'The search is not right. Please check it and type it again.',
    qr_malformed:
      'The QR code could not be read completely. Please scan it again; if that fails, search by ID number or phone.',
    qr_foreign:
      'This is not a health declaration QR code of this system. Ask for the QR code given after declaring, or search by ID number.',
    qr_wrong_kind:
      'This is another kind of QR code, not that of a declaration. Ask for the QR code of the declaration, or search by ID number.',
    qr_unknown_key:
      'The QR code was issued elsewhere or its signing key is no longer used, so it cannot be verified. Search by ID number or phone.',
    qr_forged:
      'FORGED QR CODE, or one that was altered. Do not accept it: ask for an identity document, search by its number and tell the head of the checkpoint.',
    qr_not_yet_valid:
      'The QR code is not valid yet. Check date and time of this device and scan again.',
    qr_expired:
      'The QR code is genuine but has expired. Ask for a new declaration; a newer one can be found by ID number.',
    qr_revoked:
      'The QR code is genuine but the declaration was withdrawn. Ask for a new declaration; a newer one can be found by ID number.',
    offline: 'There is no network. What you typed is kept; check the network and try again.',
  },
  login: {
    title: 'Officer sign-in',
    username: 'User name',
    password: 'Password',
    showPassword: 'Show password',
    submit: 'Sign in',
    pending: 'Signing in…',
    usernameMissing: 'Enter your user name',
    passwordMissing: 'Enter your password',
    totpCode: 'Authenticator code',
    totpCodeHint: 'The 6 digits your authenticator app shows now.',
    totpCodeMissing: 'Enter the 6-digit code of your authenticator app',
    signOut: 'Sign out',
    signedIn: 'Officer: {name}',
  },
  shift: {
    title: 'Choose checkpoint and reason',
    why: 'Asked once a shift. Each look-up is logged with both.',
    post: 'Checkpoint',
    reason: 'Reason for looking up',
    save: 'Start work',
    change: 'Change',
    changeLong: 'Change checkpoint and reason',
    postMissing: 'Choose a checkpoint',
    reasonMissing: 'Choose a reason',
  },
  desk: {
    heading: 'ENTRY TO THỪA THIÊN HUẾ',
    domesticTab: 'In-province check',
    idNumber: 'ID card or passport number',
    idNumberHint: 'Type the number, or leave the cursor here and scan the QR code with a reader.',
    phone: 'Phone',
    lookUp: 'Look up',
    pending: 'Looking up…',
    scan: 'Scan a QR code',
    queryMissing: 'Enter an ID number or a phone number, or scan a QR code',
    garbled:
      'The reader sent wrong characters. Switch off the Vietnamese input method (UniKey, EVKey) and Caps Lock, set the keyboard to English (US) and scan again; or use the camera.',
    garbledByInputMethod:
      'The reader’s letters came out wrong because a Vietnamese input method (UniKey, EVKey…) is on. Switch it off and scan again; or use the camera.',
    garbledByLayout:
      'The reader’s letters came out wrong because the computer’s keyboard is not set to English (US). Switch the keyboard to English (US) and scan again; or use the camera.',
    garbledByCapsLock:
      'The reader’s letters came out wrong because Caps Lock is on. Switch Caps Lock off and scan again; or use the camera.',
    cardUnsound:
      'The number does not agree with the year of birth or gender read along with it: the reader may have lost or doubled a digit. Scan again; if it stays so, compare with the card and type the number.',
    testQr:
      'This is a test code for readers, and it was read well. Scan the QR of the person to check.',
    venueQr:
      'This QR code belongs to a place, not to a person. Scan the QR code of the person’s declaration.',
    certificateQr:
      'This is a vaccination or test certificate, not a health declaration. Search by ID number.',
    urlQr:
      'This QR code leads to another website and was not opened. Scan the QR code of a declaration.',
    nationalQr: 'This is a personal QR code of the national system. Search by ID number or phone.',
  },
  result: {
    title: 'Result',
    none: 'No in-province declaration was found. Check the number; if it is right, ask for a declaration.',
    noneInArea:
      'The QR code is genuine, but this account can see no declaration for it. Compare what the code says with the identity document.',
    newer:
      'This person declared again after getting this QR code. Shown is the newest declaration.',
    found: 'Found {name}.',
    choose: 'Choose a person',
    chooseCount: '{count} people were declared from this phone. Choose one.',
    backToList: 'Back to the list',
    valid: 'The declaration is valid',
    expired: 'The declaration has expired – ask for a new one',
    withdrawn: 'The declaration was withdrawn – ask for a new one',
    birthYear: 'Year of birth',
    gender: 'Gender',
    nationality: 'Nationality',
    declaredAt: 'Declared',
    validUntil: 'Valid until',
    address: 'Current address',
    recentPlaces: 'Been to in the past 14 days',
    nowhere: 'Nowhere else',
    declarerPhone: 'Declarer’s phone',
    noPhone: 'None',
    relation: 'Relation to the declarer',
    symptoms: 'Symptoms: {list}',
    noSymptoms: 'No symptoms',
    contacts: 'Contacts: {list}',
    noContacts: 'No contact with a source of infection',
    conditions: 'Conditions',
    pregnant: 'Pregnant',
    phone: 'Phone',
  },
  qr: {
    title: 'What the QR code says',
    genuine: 'The QR code is genuine',
    displayName: 'Short name',
    idEnding: 'Last three characters of the ID',
    printed: 'Printed on paper: compare with an identity document.',
    askOfficer: 'Declared signs or contacts that need questions.',
  },
  documents: {
    cccd: 'Citizen ID card',
    cmnd: 'ID card',
    passport: 'Passport',
    bhxh: 'Social insurance number',
    child: 'Child without papers',
  },
  relations: { ...naming.relations, self: 'The declarer' },
}
