import type { ShellWords } from './scanner.vi.js'

export const en: ShellWords = {
  scanner: {
    title: 'Scan a QR code',
    explain:
      'The browser will ask to use the camera. The picture is only looked at on this device to read the QR code; it is neither kept nor sent.',
    start: 'Turn the camera on',
    asking: 'Please choose “Allow” when the browser asks to use the camera.',
    scanned: 'A QR code was read.',
    loadFailed: 'The code reader could not be loaded. Check the network and try again.',
  },
  ways: {
    photo: 'Take a photo of a QR code',
    file: 'Choose a picture of a QR code',
    drop: 'Or drop a picture here, or paste one that was copied.',
    reading: 'Reading the picture…',
    typed: 'ID number, or the digits of the QR code',
    typedSend: 'Use this number',
    typedMissing: 'Please type an ID number or the digits of the QR code.',
    errorLabel: 'Error:',
    inAppHint:
      'This page is open inside {app}. If the camera does not start, open the page in a browser such as Chrome or Safari.',
    copyAddress: 'Copy this page’s address',
    addressCopied: 'The address is copied. Open a browser and paste it into the address bar.',
    copyFailed: 'It could not be copied. The page’s address: {address}',
  },
}
