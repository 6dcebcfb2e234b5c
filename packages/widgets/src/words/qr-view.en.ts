import { en as shared } from './en.js'
import type { QrViewWords } from './qr-view.vi.js'

export const en: QrViewWords = {
  ...shared,
  qrView: {
    picture: 'QR code',
    pictureOf: 'Health declaration QR code of {name}',
    validUntil: 'Valid until {when}',
    expired: 'This QR code expired at {when}. Please declare again to get a new one.',
    withdrawn: 'The declaration was withdrawn. Checkpoints no longer accept this QR code.',
    unreadable: 'The QR code could not be drawn. Please look the declaration up again.',
    enlarge: 'Enlarge',
    enlargeOf: 'Enlarge the QR code of {name}',
    print: 'Print',
    printOf: 'Print the QR code of {name}',
    save: 'Save picture',
    saveOf: 'Save picture of the QR code of {name}',
    show: 'Show this code to the officer. The screen stays on.',
    saved: 'The picture was saved.',
    saveFailed: 'The picture could not be saved. Please print it or take a screenshot.',
    keepQr:
      'Note: please keep this QR on your phone or print it (if you have no phone) to show at the health checkpoints of Thừa Thiên Huế and at the place where you registered your stay.',
  },
}
