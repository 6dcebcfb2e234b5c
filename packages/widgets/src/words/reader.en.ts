import { en as shared } from './en.js'
import type { ReaderWords } from './reader.vi.js'

export const en: ReaderWords = {
  ...shared,
  reader: {
    codes: 'Three test codes',
    howTo:
      'Scan the three codes one after the other, from the screen or from the printed sheet. There is nothing to click and nothing to press. The test codes are nobody’s; what is scanned does not leave this computer.',
    codeOf: 'Code {number}: {name}',
    pictureOf: 'Test QR number {number}: {name}',
    waiting: 'Waiting for the reader to scan code {number}…',
    again: 'Start again',
    print: 'Print the test codes',
    sheetTitle: 'Test codes for readers',
    sheetNote:
      'Open the reader test on the computer that will be used, then scan each code. They are nobody’s and are accepted at no checkpoint.',
    box: 'Does the page see nothing when you scan?',
    boxHint:
      'Put the cursor into this box and scan again. Readers in phones and handhelds sometimes insert a whole text instead of pressing keys.',
    sentTitle: 'What the reader sent',
    todoTitle: 'To be set',
    adviceTitle: 'Better set',
    changesTitle: 'Characters this computer changed',
    change: '“{expected}” became “{got}”',
    changeLost: '“{expected}” was lost',
    changeAdded: '“{got}” was added',
    changesMore: 'and {count} more',
    settingsTitle: 'How a reader should be set',
  },
  codes: {
    pass: 'health declaration',
    cccd: 'citizen ID card',
    bhyt: 'health insurance card',
  },
  marks: {
    waiting: 'not scanned',
    read: 'read well',
    failed: 'to be set',
  },
  verdict: {
    ready: 'The reader is ready.',
    readyWhy: 'All three codes were read exactly and told from a person typing.',
    readCode: 'Code {number} was read well.',
    left: '{count} to go. Scan code {number}.',
    failed:
      'Code {number} did not arrive as it should. Change what is listed below, then scan it again.',
    stranger:
      'The reader sent another code, not a test code. What it holds is neither shown nor kept. Scan code {number} on the screen.',
  },
  facts: {
    keys: 'Characters',
    pace: 'Speed',
    paceValue: '{ms} milliseconds a character',
    before: 'Sent before the code',
    after: 'Sent after the code',
    nothing: 'nothing',
    end: 'Key at the end',
    endNone: 'none',
    layout: 'The computer’s keyboard layout',
    inputMethod: 'Vietnamese input method',
    capsLock: 'Caps Lock',
    digits: 'Digits are sent by',
    on: 'on',
    off: 'off',
  },
  layouts: {
    us: 'English (US)',
    vietnamese: 'Vietnamese',
    azerty: 'AZERTY (French)',
    other: 'other than English (US)',
  },
  inputMethods: {
    none: 'none seen',
    composing: 'on (holds letters back to combine them)',
    rewriting: 'on (deletes and retypes letters)',
  },
  digitKeys: {
    row: 'the row of digits',
    pad: 'the number pad',
    'unlocked-pad': 'the number pad, Num Lock off',
    'alt-codes': 'Alt and a number',
  },
  findings: {
    telex:
      'Switch the Vietnamese input method (UniKey, EVKey…) off: Telex changes the reader’s letters.',
    vni: 'Switch the Vietnamese input method (UniKey, EVKey…) off: VNI changes the reader’s letters and digits.',
    viqr: 'Switch the Vietnamese input method (UniKey, EVKey…) off: VIQR changes the reader’s letters.',
    inputMethod:
      'Switch the Vietnamese input method (UniKey, EVKey, that of Windows) off while you scan. The code was read, but letters may change.',
    capsLock: 'Switch Caps Lock off: capital and small letters are swapped.',
    layoutVietnamese:
      'Switch the computer’s keyboard from Vietnamese to English (US). Digits were read by the place of their keys, but boxes on other pages will get them wrong.',
    layoutAzerty:
      'Switch the computer’s keyboard to English (US), or set the reader to the French layout.',
    layoutOther:
      'Switch the computer’s keyboard to English (US), or set the reader to the layout in use.',
    tooSlow:
      'The reader types so slowly or unevenly that it cannot be told from a person. Set its inter-character delay to 0.',
    slow: 'Set the inter-character delay to 0: a code takes more than 7 seconds now.',
    inserted:
      'The device inserts a whole text instead of pressing keys. In its scanner settings choose keystroke output (HID keyboard).',
    endMissing:
      'Set the reader to send Enter after each code (suffix CR): the look-up then starts at once.',
    prefix:
      'Remove what the reader sends before the code (prefix), or tell the page’s administrator.',
    suffix: 'Remove what the reader sends after the code (suffix); keep only Enter.',
    symbology:
      'The reader sends the kind of code along (AIM identifier). It is ignored; nothing to set.',
    cut: 'Characters are missing. Slow the reader down a little (inter-character delay 5–10 ms), plug it straight into the computer or come closer with Bluetooth, and scan again.',
    changed:
      'The characters are not those of the code. Scan “factory default” in the reader’s manual, choose the US keyboard, and scan again.',
    vietnameseLost:
      'Vietnamese letters cannot pass through a keyboard. That is fine: only the card’s digits are looked up.',
    altCodes:
      'The reader sends Alt and a number for each character, which is many times slower. Better choose the plain US keyboard.',
    unlockedPad: 'Switch Num Lock on, or set the reader to send digits by the row of digits.',
  },
  settings: {
    interface: 'Interface: USB (or Bluetooth) HID keyboard',
    layout: 'Keyboard layout: US English',
    end: 'Sent after the code (suffix): Enter (CR)',
    prefix: 'Sent before the code (prefix): nothing',
    delay: 'Inter-character delay: 0',
    case: 'Case conversion: none',
  },
}
