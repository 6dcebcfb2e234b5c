import { en as shared } from './en.js'
import type { ScannerWords } from './scanner.vi.js'

export const en: ScannerWords = {
  ...shared,
  scanner: {
    title: 'Scan a QR code',
    explain:
      'The browser will ask to use the camera. The picture is only looked at on this device to read the QR code; it is neither kept nor sent.',
    start: 'Turn the camera on',
    stop: 'Turn the camera off',
    again: 'Try the camera again',
    torchOn: 'Light on',
    torchOff: 'Light off',
    asking: 'Please choose “Allow” when the browser asks to use the camera.',
    scanning: 'Hold the QR code in the middle of the picture.',
    video: 'Picture from the camera',
    scanned: 'A QR code was read.',
    file: 'Choose a picture of a QR code',
    drop: 'Or drop a picture here.',
    reading: 'Reading the picture…',
    fileEmpty:
      'No QR code was found in the picture. Please choose a sharper one, taken straight on and in good light.',
  },
  camera: {
    denied:
      'The browser may not use the camera. Allow the camera for this page in the browser’s settings and try again; or choose a picture, or type the number.',
    busy: 'Another program is using the camera. Close it and try again; or choose a picture, or type the number.',
    unplugged:
      'The camera was disconnected. Plug it in and try again; or choose a picture, or type the number.',
    insecure:
      'This page was not opened over a secure connection (https), so the camera cannot be used. Please choose a picture or type the number.',
    absent: 'This device has no camera. Please choose a picture or type the number.',
  },
}
