/** What is read of a key press; a `KeyboardEvent` has it all. */
export type ReaderKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'timeStamp'
>

const digitCode = /^(?:Digit|Numpad)(\d)$/

/** The digit printed on the key, whatever the layout, Caps Lock or an input method make of it. */
export function toDigit({ code }: ReaderKey): string | undefined {
  return digitCode.exec(code)?.[1]
}

// A reader speaks the US layout unless told otherwise (DOMAIN.md §10).
const shiftedDigits = ')!@#$%^&*('

/**
 * The character a reader meant by one key: digits and the bar of ID cards by the key's place,
 * letters and signs as the system gives them, or by place where an input method hides them.
 * Undefined for keys that write nothing.
 */
export function toCharacter(press: ReaderKey): string | undefined {
  const { key, code, shiftKey } = press
  const digit = toDigit(press)
  if (digit !== undefined) {
    if (!shiftKey || key === digit) return digit
    return isPlain(key) ? key : shiftedDigits[Number(digit)]
  }
  if (code === 'Backslash' && shiftKey) return '|'
  if (isPlain(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  return [...key].length === 1 ? key : undefined
}

const isPlain = (key: string) => /^[\x20-\x7e]$/.test(key)
