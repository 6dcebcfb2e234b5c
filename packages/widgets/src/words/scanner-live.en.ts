import type { LiveWords } from './scanner-live.vi.js'

export const en: LiveWords = {
  live: {
    stop: 'Turn the camera off',
    again: 'Try the camera again',
    pause: 'Pause',
    resume: 'Go on scanning',
    hidden: 'The camera is off while the page is hidden and comes back by itself.',
    scanning: 'Hold the QR code in the middle of the picture.',
    paused: 'Paused: the picture is not being read.',
    video: 'Picture from the camera',
    fileEmpty:
      'No QR code was found in the picture. Please choose a sharper one, taken straight on and in good light.',
    filePdf:
      'PDF files cannot be read yet. Please open it, take a screenshot of the QR code and choose that.',
    fileUnreadable:
      'The browser cannot open this file. Please choose a JPEG or PNG picture, or take a screenshot of it.',
    openAlone: 'Open this page in its own tab',
  },
  controls: {
    torchOn: 'Light on',
    torchOff: 'Light off',
    zoom: 'Zoom',
    zoomValue: '{value} times',
    lens: 'Camera',
    lensNumber: 'Camera {number}',
    backLens: 'Back camera {number}',
    frontLens: 'Front camera {number}',
    options: 'Options',
    sound: 'Beep when a code is read',
    vibration: 'Vibrate when a code is read',
  },
  choice: {
    heading: 'There are {count} QR codes. Please choose one:',
    none: 'Choose none of them',
    pass: 'Health declaration',
    'my-qr': 'My QR code',
    venue: 'Code of a venue',
    cccd: 'Citizen ID card',
    bhyt: 'Health insurance card',
    national: 'National personal QR code',
    'health-certificate': 'Health certificate',
    url: 'Web address',
    unknown: 'Another code',
  },
  camera: {
    denied:
      'The browser may not use the camera. Allow the camera for this page in the browser’s settings and try again; or choose a picture, or type the number.',
    busy: 'Another program is using the camera. Close it and try again; or choose a picture, or type the number.',
    unplugged:
      'The camera was disconnected. Plug it in and try again; or choose a picture, or type the number.',
    insecure:
      'This page was not opened over a secure connection (https), so the camera cannot be used. Please choose a picture or type the number.',
    absent: 'No camera was found on this device. Please choose a picture or type the number.',
    'in-app':
      '{app} does not let pages use the camera. Open this page in a browser: press the menu button (⋯) and choose “Open in browser”, or copy the address. You can also choose a picture or type the number.',
    barred:
      'This page is shown inside another page that does not let it use the camera. Open it in its own tab; or choose a picture, or type the number.',
  },
}
