// What each key writes on the US layout, alone and with Shift: the one readers leave the factory with.
const signs: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  IntlBackslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
}
const shiftedDigits = ')!@#$%^&*('

/** The digit printed on the key, whatever the layout, Caps Lock, Num Lock or an input method make of it. */
export function toDigit(code: string): string | undefined {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
}

/** What the key at this place writes on the US layout; undefined for keys that write nothing. */
export function toUsCharacter(code: string, isShifted: boolean): string | undefined {
  const digit = toDigit(code)
  if (digit) return isShifted && code.startsWith('D') ? shiftedDigits[Number(digit)] : digit
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return isShifted ? letter : letter.toLowerCase()
  return signs[code]?.[isShifted ? 1 : 0]
}
